/** Same lines as software.data.ts. */
export const HEALTH = `
# nursing and patient care
Nursing | registered nursing; rn skills; general nursing; nursing care; krankenpflege;
  soins infirmiers; enfermería; enfermagem; verpleegkunde; gesundheits und krankenpflege
Patient Care | direct patient care; patient centered care; bedside care; bedside nursing;
  patientenversorgung; soins aux patients; patient safety; patient support
Patient Assessment | nursing assessment; health assessment; physical assessment;
  triage assessment; head to toe assessment
Vital Signs | vital signs monitoring; vitals; taking vitals; blood pressure monitoring
Medication Administration | administering medication; medication management; med pass;
  drug administration; medikamentengabe
IV Therapy | intravenous therapy; iv insertion; iv cannulation; cannulation; infusion therapy;
  iv infusion; iv administration
Phlebotomy | venipuncture; blood draws; blood collection; venepuncture; blutentnahme
Wound Care | wound dressing; wound management; dressing changes; wundversorgung; wundmanagement;
  pressure ulcer care
Catheterization | catheter care; foley catheter; urinary catheterization; catheterisation
Tracheostomy Care | tracheostomy; trach care; airway management; airway suctioning
Ventilator Management | mechanical ventilation; ventilator care; ventilators; intubation; beatmung
Critical Care | intensive care; icu; intensive care unit; intensivpflege; soins intensifs; ccu;
  itu; critical care nursing
Emergency Nursing | emergency room; emergency department; emergency medicine; er nursing;
  notaufnahme; accident and emergency; urgent care
Triage | patient triage; emergency triage
Trauma Care | trauma nursing; ^trauma; tncc
Medical-Surgical Nursing | med surg; medical surgical; medsurg; med surg nursing
Operating Room Nursing | perioperative nursing; operating room; scrub nurse; circulating nurse;
  op pflege; surgical nursing; theatre nursing
Post-Anesthesia Care | pacu; recovery room; post operative care; postoperative care;
  pre operative care
Telemetry | cardiac monitoring; ecg interpretation; ekg interpretation; telemetry monitoring
Electrocardiography | ekg; ecg; electrocardiogram; 12 lead ecg
Cardiology | cardiac care; cardiovascular nursing; cardiac nursing
Oncology | oncology nursing; chemotherapy; chemotherapy administration; cancer care; onkologie
Palliative Care | hospice; hospice care; end of life care; palliativpflege; palliative
Pediatrics | pediatric nursing; paediatrics; paediatric care; pediatric care; kinderkrankenpflege
Neonatal Care | nicu; neonatal nursing; neonatal intensive care; newborn care
Obstetrics | labor and delivery; maternity care; midwifery; obstetric nursing; postpartum care;
  prenatal care; gynecology
Geriatrics | geriatric care; elderly care; geriatric nursing; altenpflege; aged care;
  dementia care; care of the elderly
Psychiatric Nursing | mental health nursing; psychiatric care; behavioral health;
  psychiatrische pflege; mental health
Dialysis | hemodialysis; renal care; nephrology nursing; haemodialysis
Orthopedics | orthopaedics; orthopedic nursing
Neurology | neuro nursing; stroke care; neurological assessment
Gastroenterology | endoscopy; endoscopy nursing
Pulmonology | respiratory care; respiratory therapy; oxygen therapy
Endocrinology | diabetes care; diabetes management; diabetes education; insulin administration;
  blood glucose monitoring
Pain Management | pain assessment; schmerzmanagement
Infection Control | infection prevention; aseptic technique; sterile technique; hand hygiene;
  infection prevention and control; hygiene standards
Patient Education | patient teaching; health education; patient counseling; health promotion;
  discharge education
Care Planning | care plans; nursing care plans; individualized care plans; pflegeplanung;
  treatment planning; care plan development
Case Management | care coordination; care management; patient case management; casework
Discharge Planning | discharge planning coordination; entlassmanagement
Community Nursing | district nursing; public health nursing; home health; home care;
  home health care; ambulante pflege; visiting nurse
Charge Nurse Duties | charge nurse; shift leadership; nurse supervision; stationsleitung
Nursing Documentation | charting; clinical documentation; patient records; medical charting;
  pflegedokumentation; patient documentation
Electronic Health Records | ehr; emr; electronic medical records; ~Epic; epic systems; cerner;
  meditech; ehr systems; allscripts; emr systems
HIPAA | hipaa compliance; patient confidentiality; patient privacy
Basic Life Support | bls; bls certified; bls certification; bls provider | CPR
Advanced Cardiac Life Support | acls; acls certified; advanced life support; als certification;
  advanced cardiovascular life support | Basic Life Support
Pediatric Advanced Life Support | pals; pals certified; paediatric life support
  | Basic Life Support
CPR | cardiopulmonary resuscitation; cpr certified; cpr certification; aed
First Aid | first aid certified; erste hilfe; premiers secours; first responder
Immunization | vaccinations; vaccination; immunizations; vaccine administration
Personal Care Assistance | activities of daily living; adls; adl assistance; personal care;
  bathing and dressing; grundpflege; feeding assistance
Patient Lifting and Transfer | patient transfers; hoyer lift; manual handling; patient mobility;
  patient positioning
Medical Terminology | medical vocabulary
Feeding Tube Care | enteral feeding; ng tube; nasogastric tube; peg feeding; parenteral nutrition
Blood Transfusion | transfusions; blood products
Nurse Practitioner Practice | nurse practitioner; advanced practice nursing; aprn
# medicine and allied health
Clinical Diagnosis | diagnosis; differential diagnosis; diagnostics; medical diagnosis
Surgery | surgical procedures; general surgery; surgical assistance; minor surgery
Internal Medicine | general medicine; family medicine; primary care; general practice
Anesthesia | anaesthesia; anesthesiology; sedation
Radiology | medical imaging; x ray; radiography; ct scan; ^mri; mammography; ultrasound;
  sonography; radiologie
Physiotherapy | physical therapy; physiotherapie; kinésithérapie; fisioterapia; manual therapy;
  exercise therapy
Occupational Therapy | ergotherapie; ergothérapie; occupational therapist
Speech Therapy | speech language pathology; speech and language therapy; logopädie;
  dysphagia management
Rehabilitation | ^rehab; rehabilitation programs; physical rehabilitation
Dentistry | dental care; dental hygiene; dental assisting; orthodontics; endodontics; oral hygiene
Optometry | ophthalmology; eye examinations; refraction
Pharmacy | pharmaceutical care; dispensing; prescription processing; pharmacy operations;
  apotheke; medication dispensing; compounding
Pharmacology | pharmacovigilance; drug safety; pharmacokinetics; drug interactions
Nutrition | dietetics; diet planning; nutritional counseling; clinical nutrition;
  nutrition education; ernährungsberatung
Psychology | clinical psychology; psychological assessment; psychometric testing; psychologie
Psychotherapy | cognitive behavioral therapy; cbt; cognitive behavioural therapy;
  dialectical behavior therapy; group therapy; individual therapy
Counseling | counselling; crisis counseling; mental health counseling; grief counseling;
  family counseling
Crisis Intervention | crisis management intervention; de escalation; de escalation techniques;
  suicide prevention
Substance Abuse Treatment | addiction counseling; addiction treatment; substance use disorders;
  motivational interviewing
Social Work | social services; sozialarbeit; travail social; trabajo social;
  child protective services; casework social; safeguarding
Laboratory Techniques | laboratory skills; lab techniques; laboratory testing;
  specimen collection; clinical laboratory; laborarbeit; lab testing
Microbiology | bacteriology; cell culture; virology
Molecular Biology | pcr; qpcr; dna extraction; western blot; elisa; gel electrophoresis;
  cloning dna; crispr
Biochemistry | protein purification; enzyme assays
Hematology | haematology; blood banking; flow cytometry
Histology | pathology; microscopy; cytology
Chromatography | hplc; gas chromatography; mass spectrometry; lc ms; gc ms; spectroscopy
Clinical Research | clinical trials; clinical trial management; good clinical practice; gcp ich;
  clinical studies; clinical data management
Epidemiology | public health; disease surveillance; population health
Good Manufacturing Practice | gmp; cgmp; gxp; good laboratory practice; glp
Regulatory Affairs | fda regulations; fda submissions; regulatory submissions; ce marking;
  mdr medical device
Medical Coding | icd 10; icd10; cpt coding; hcpcs; medical billing and coding; icd 10 coding
Medical Billing | insurance claims; claims processing medical; revenue cycle management;
  insurance verification; prior authorization
Medical Assisting | medical assistant; clinical assisting; rooming patients; mfa
Medical Scheduling | patient scheduling; appointment scheduling; patient registration;
  patient intake; front desk medical
Medical Transcription | medical scribe; dictation transcription
Healthcare Administration | hospital administration; healthcare management; practice management;
  health services management
Healthcare Quality Improvement | joint commission; quality improvement healthcare;
  patient satisfaction; clinical audit; clinical governance
Emergency Medical Services | emt; paramedic; ambulance; prehospital care; rettungsdienst;
  emergency response
Sterilization | autoclave; sterile processing; instrument sterilization; central sterile
Veterinary Care | veterinary medicine; animal care; animal handling; veterinary nursing;
  small animal care
Massage Therapy | deep tissue massage; sports massage; reflexology
Caregiving | ^caregiver; home caregiver; senior care; companion care; betreuung; live in care
Occupational Health | occupational medicine; workplace health; ergonomics
Telehealth | telemedicine; telenursing; remote patient monitoring
`
