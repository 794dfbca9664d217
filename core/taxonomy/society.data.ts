/** Same lines as software.data.ts. */
export const SOCIETY = `
# education
Teaching | classroom teaching; unterricht; enseignement; docencia; ^instruction; lecturing;
  insegnamento; lehrtätigkeit; onderwijs; unterrichten; student teaching; teaching experience
Lesson Planning | lesson plans; unterrichtsplanung; curriculum planning; préparation de cours;
  lesson preparation
Curriculum Development | curriculum; lehrplanentwicklung; course development; syllabus design;
  instructional planning; common core
Classroom Management | behavior management; behaviour management; student discipline;
  klassenführung; gestion de classe
Early Childhood Education | early years; preschool; kindergarten; erzieher; eyfs; petite enfance;
  montessori; nursery education; educación infantil; frühpädagogik; montessori education
Primary Education | elementary education; grundschule; primary teaching; école primaire;
  key stage 1; key stage 2; elementary school
Secondary Education | high school teaching; gymnasium teaching; gcse; a level teaching;
  middle school
Special Education | special needs; sen; iep; sonderpädagogik; individualized education programs;
  autism; special educational needs; éducation spécialisée; heilpädagogik; send;
  autism spectrum disorder; iep development
Tutoring | private tuition; nachhilfe; ^tutor; tutorat; soutien scolaire; one to one tuition
Student Assessment | ^grading; formative assessment; exam preparation; student evaluation;
  ^marking; assessment design; student assessments
Educational Technology | google classroom; moodle; smartboard; blackboard learn;
  interactive whiteboard; edtech; canvas lms; online teaching; distance learning;
  learning platforms
Academic Research | ^research; forschung; scientific research; recherche; research methods;
  literature review; research methodology; investigación; wissenschaftliches arbeiten
Scientific Writing | academic writing; scientific publications; research papers;
  peer reviewed publications
Academic Advising | student advising; student support; student counseling; ^admissions;
  student services
Language Teaching | esl; tefl; tesol; daf; english as a second language; english teaching;
  deutsch als fremdsprache; celta; fle; ell; bilingual education; sprachunterricht
Music Education | music teaching; piano instruction; choir direction; music theory;
  musikunterricht
Physical Education | sports coaching; fitness training; personal training; sportunterricht;
  personal trainer; fitness instruction; group fitness; athletic training;
  strength and conditioning; swimming instruction; lifeguarding; yoga instruction
Library Science | cataloging; library services; bibliothekswesen; information literacy;
  archival research
Youth Work | youth development; jugendarbeit; animation jeunesse; mentoring youth;
  camp counseling; extracurricular activities; jugendhilfe
Parent Communication | parent teacher conferences; elterngespräche; parent engagement;
  elternarbeit; family engagement
Literacy Instruction | phonics; reading instruction; guided reading; literacy;
  reading intervention; numeracy
Differentiated Instruction | inclusive education; differentiation; scaffolding instruction;
  inklusion; inclusive teaching
STEM Education | science teaching; mathematics teaching; math instruction; physics teaching;
  chemistry teaching
# law and public service
Legal Research | westlaw; lexisnexis; legal analysis; juristische recherche; lexis nexis;
  recherche juridique; case law research
Legal Drafting | legal writing; drafting pleadings; drafting contracts; ^motions;
  legal documents; ^briefs; pleadings; legal document preparation; legal memoranda
Litigation | civil litigation; trial preparation; court appearances; prozessführung; contentieux;
  depositions; ^discovery; e discovery; trial advocacy; ediscovery; courtroom
Contract Law | vertragsrecht; commercial contracts; droit des contrats; commercial law;
  contract negotiation law
Corporate Law | company law; gesellschaftsrecht; droit des affaires; business law; handelsrecht;
  securities law; derecho mercantil
Criminal Law | strafrecht; criminal defense; ^prosecution; droit pénal; criminal justice
Family Law | familienrecht; divorce law; child custody; droit de la famille
Intellectual Property | ^patents; trademarks; ^copyright; patentrecht; ip law;
  patent prosecution; propriété intellectuelle; trademark law
Tax Law | steuerrecht; droit fiscal; tax advisory; tax planning
Immigration Law | visa processing; immigration; asylum law; ausländerrecht
Real Estate Law | conveyancing; property law; title search; immobilienrecht; land law;
  landlord and tenant
Administrative Law | public law; verwaltungsrecht; öffentliches recht; constitutional law
Arbitration | alternative dispute resolution; adr mediation; international arbitration
Paralegal Support | paralegal; legal assistance; case preparation; legal secretary;
  rechtsanwaltsfachangestellte; legal administration; case file management; court filing; ~Clio
Notary | notary public; notariat; notarial services
Public Administration | public sector; öffentliche verwaltung; administration publique;
  government administration; civil service; administración pública; local government
Public Policy | policy research; legislative affairs; government relations; lobbying;
  politikberatung; ^advocacy; government affairs
Law Enforcement | policing; polizei; ^investigations; criminal investigation;
  evidence collection; ^investigation
Emergency Management | emergency planning; crisis management; disaster response;
  katastrophenschutz; krisenmanagement; emergency preparedness
Military Service | military operations; ^army; ^navy; air force; bundeswehr
Humanitarian Aid | international development; ngo management; monitoring and evaluation;
  entwicklungszusammenarbeit; humanitarian response; m e frameworks
Political Campaigning | campaign management; canvassing; community organizing
# design and arts
Graphic Design | grafikdesign; graphisme; diseño gráfico; visual design; layout design;
  ^graphics; mediengestaltung; graphic designer; print design; design graphique;
  grafische gestaltung
UX Design | user experience; ^ux; user experience design; ux ui; ui ux; usability;
  interaction design; user centered design; human centered design; ui ux design; ux ui design
UI Design | user interface design; ^ui; user interface; interface design; user interfaces
User Research | ux research; usability testing; user interviews; ^personas; user testing;
  journey mapping; card sorting
Wireframing | wireframes; ^mockups; ^prototypes; low fidelity prototypes; axure; balsamiq;
  interactive prototypes
Design Systems | style guides; component libraries; design system
Design Thinking | design sprints; ideation workshops
Figma | adobe xd; invision; zeplin; fig ma; ~Sketch; sketch app | UI Design
Adobe Photoshop | photoshop; adobe ps; photo retouching; image editing | Adobe Creative Suite
Adobe Illustrator | illustrator; coreldraw; corel draw; vector graphics; affinity designer
  | Adobe Creative Suite
Adobe InDesign | indesign; in design; quarkxpress; desktop publishing | Adobe Creative Suite
Adobe After Effects | after effects; motion graphics; motion design | Adobe Creative Suite
Adobe Creative Suite | adobe creative cloud; creative cloud; creative suite; adobe suite;
  adobe cc; adobe cs
Adobe Acrobat | acrobat; pdf editing
^Canva
Web Design | webdesign; website design; ^webflow; wix; squarespace; diseño web;
  website development
Typography | lettering; type design; typografie
Illustration | ^drawing; digital illustration; procreate; ^sketching; zeichnen; concept art
Animation | 2d animation; 3d animation; character animation; rigging; animationen
~Blender | blender 3d; cinema 4d; zbrush; 3ds max; autodesk maya; ~Houdini; maya 3d | 3D Modeling
SketchUp | sketch up; rhino 3d; rhinoceros 3d; v ray; lumion; grasshopper; vectorworks;
  archicad | 3D Modeling
Interior Design | innenarchitektur; space planning; décoration d'intérieur;
  interior architecture; interior decoration; home staging
Architecture Design | architectural design; architektur; architecture building; building design;
  architectural drawing; urban planning; urban design; stadtplanung; town planning;
  landscape architecture
Industrial Design | product design; produktdesign; design produit
Fashion Design | modedesign; fashion illustration; fashion styling; textile design;
  fashion merchandising
Print Production | prepress; offset printing; druckvorstufe; ^printing; screen printing;
  digital printing
Art Direction | creative direction; artistic direction; direction artistique; kreativdirektion
Audio Production | sound design; pro tools; audio engineering; ableton live; ^recording;
  mixing and mastering; logic pro; podcasting; sound engineering; podcast production
Music Performance | singing; ^piano; ^guitar; ^violin; ^composition; songwriting; musician
Acting | ^theatre; ^theater; performing arts; ^drama; schauspiel; voice acting;
  stage performance; ^dance; choreography
Stage Management | stage lighting; lighting design; set design; theatre production;
  event technology; veranstaltungstechnik; live sound
Museum Work | curating; exhibition design; art history; art handling; kuratieren;
  collections management; art conservation
Game Art | level design; pixel art; texture painting
# science
Chemistry | analytical chemistry; organic chemistry; chemie; chimie; inorganic chemistry;
  chemical analysis; titration; química
Physics | physik; experimental physics; optics; quantum mechanics; physique; laser physics
Biology | biologie; biological research; ecology; zoology; botany; fieldwork biology;
  life sciences
Biotechnology | bioprocessing; fermentation; biotechnologie; bioreactors; downstream processing
Genetics | genetic analysis; genetic engineering; gene expression
Neuroscience | eeg; fmri; neuroimaging
Geoscience | geology mapping; hydrology; geophysics; remote sensing; meteorology; geographie
Environmental Monitoring | wildlife conservation; conservation biology; field research;
  field sampling; natural resource management
Experimental Design | design of experiments; doe; experiment planning; experimental planning
Lab Safety | laboratory safety; biosafety; chemical safety; biosafety level 2
Food Science | food technology; sensory analysis; lebensmitteltechnologie; food chemistry
Sociology | social research; anthropology; ethnography; social science research
Economics | volkswirtschaft; économie; microeconomics; macroeconomics; economic analysis;
  economía; economic research
`
