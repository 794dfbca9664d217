import { wordsOf } from './words.ts'

/** Steps of a career, lowest first; a title's level is its place here (0..8). */
export const SENIORITIES = [
  'intern',
  'junior',
  'mid',
  'senior',
  'lead',
  'principal',
  'manager',
  'director',
  'executive',
] as const
export type Seniority = (typeof SENIORITIES)[number]

/** @returns 0 for an intern up to 8 for an executive */
export const seniorityLevel = (seniority: Seniority): number => SENIORITIES.indexOf(seniority)

// Read from top to bottom, the first that fits decides; so the exceptions stand above the rules.
const LADDER: readonly (readonly [RegExp, Seniority])[] = [
  [/\b(assistant|secretary|deputy) to the\b|\bexecutive (assistant|secretary)\b/, 'mid'],
  [/\b(account|sales|marketing|advertising|customer service|hr) executive\b/, 'mid'],
  [/\bassistant (store |shop |branch |restaurant |general |nurse )?manager\b/, 'lead'],
  [/\b(intern|internship|trainee|apprentice|apprenticeship|working student|co-op)\b/, 'intern'],
  [/\b(praktikant(in)?|werkstudent(in)?|azubi|auszubildende[rn]?|volontär(in)?)\b/, 'intern'],
  [/\b(stagiaire|alternant(e)?|apprenti(e)?|becari[oa]|estagiári[oa]|tirocinante)\b/, 'intern'],
  [/\b(student (nurse|teacher|worker|assistant)|stage|stagista)\b/, 'intern'],
  [/\bassociate director\b/, 'director'],
  [/\b(chief|ceo|cto|cfo|coo|cio|cmo|chro|ciso|cpo|president|founder|cofounder)\b/, 'executive'],
  [
    /\b(vp|svp|evp|vice president|owner|managing partner|equity partner|geschäftsführ)/,
    'executive',
  ],
  [
    /\b(executive director|managing director|vorstand|inhaber(in)?|general director)\b/,
    'executive',
  ],
  [/\b(director|head of|directeur|directrice|director[a]?|direttore|abteilungsleit)/, 'director'],
  [/\b(bereichsleit|direktor|direktorin|diretor[a]?|hoofd|dean|superintendent)/, 'director'],
  [
    /\b(principal|distinguished|fellow|staff (software |data |site )?(engineer|scientist))/,
    'principal',
  ],
  [
    /\b(junior|jr|entry level|graduate|assistant|aide|helper|débutant|berufseinsteiger)\b/,
    'junior',
  ],
  [/\bsenior\b.*\b(product|project|program|account|case|office) manager\b/, 'senior'],
  [/\b(lead|leader|team ?lead|tech ?lead|foreman|charge nurse|supervisor|forewoman)\b/, 'lead'],
  [
    /\b(teamleit|gruppenleit|schichtleit|vorarbeiter|stationsleit|chef d'équipe|head nurse)/,
    'lead',
  ],
  [/\b(team captain|encargad[oa]|polier|head (chef|cook|teacher|waiter)|sous chef)\b/, 'lead'],
  [
    /\b(product|project|programme?|account|case|office|community|content|category) manager\b/,
    'mid',
  ],
  [/\b(social media|customer success|key account|relationship|scrum|event|brand) manager\b/, 'mid'],
  [/\b(projektmanager|produktmanager|projektleiter|chef de projet|jefe de proyecto)/, 'mid'],
  [
    /\b(manager|management|leiter|leiterin|responsable|gerente|filialleit|marktleit|bauleit)/,
    'manager',
  ],
  [/\b(gestionnaire principal|jefe|jefa|chef de (service|rayon)|capo|teamchef)\b/, 'manager'],
  [/\b(senior|sr|snr|sénior|experienced|expert|architect|consultant|specialist ii+)\b/, 'senior'],
  [/\b(master (electrician|plumber|carpenter|craftsman)|meister|meisterin|partner)\b/, 'senior'],
  [/\b(associate|jr\.|i)$/, 'junior'],
]

/** What a title says of its step; 'mid' when it says nothing, null for an empty one. */
export function seniorityOf(title: string): Seniority | null {
  const text = title
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[.,/()|–—-]+/g, ' ')
    .trim()
  if (text === '') return null
  return LADDER.find(([pattern]) => pattern.test(text))?.[1] ?? 'mid'
}

/**
 * Does this text read like a job title? Tells "Sales Manager" from "Acme Sales Ltd".
 * @returns 0 (no word of a title) .. 1 (its last or first word names an occupation)
 */
export function titleLikeness(text: string): number {
  const words = wordsOf(text).map((word) => word.key)
  if (words.length === 0 || words.length > 12) return 0
  const places = words.flatMap((word, at) => (isOccupation(word) ? [at] : []))
  if (places.length === 0) return words.some((word) => RANKS.has(word)) ? 0.4 : 0
  const last = words.length - 1
  return places.some((at) => at === last || at === 0) || / (of|for|de|für) /i.test(text) ? 1 : 0.7
}

function isOccupation(word: string): boolean {
  if (OCCUPATIONS.has(word) || OCCUPATIONS.has(word.replace(/s$/, ''))) return true
  return word.length > 6 && OCCUPATION_ENDINGS.test(word)
}

// Endings that name who does a thing, in the languages whose compounds no list can hold.
const OCCUPATION_ENDINGS = new RegExp(
  `(?:${`
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin
    pfleger pflegerin schwester kauffrau kaufmann techniker technikerin mechaniker
    mechatroniker arbeiter fahrer helfer helferin lehrer lehrerin verkäufer
    verkäuferin assistent assistentin fachkraft buchhalter buchhalterin ontwikkelaar
    medewerker verpleegkundige beheerder adviseur ologist ographer eur euse ière
    trice istin`
    .trim()
    .split(/\s+/)
    .join('|')})$`,
)

const RANKS = new Set(
  'senior junior lead principal chief head intern trainee apprentice associate staff deputy'.split(
    ' ',
  ),
)

const OCCUPATIONS = new Set(
  `accountant actor actuary adjuster administrator adviser advisor advocate agent aide analyst
  anesthesiologist animator apprentice archaeologist architect archivist artist assembler assessor
  assistant associate astronomer attendant attorney auditor author baker banker barber barista
  barrister bartender beautician biochemist biologist bookkeeper bricklayer broker builder butcher
  buyer captain caregiver caretaker carer carpenter cashier caterer chairman chef chemist clerk
  cleaner clinician coach collector compliance-officer comptroller conductor consultant contractor
  controller cook coordinator copywriter counsel counsellor counselor courier curator custodian
  dancer dealer dentist deputy dermatologist designer detective developer dietitian director
  dispatcher dj doctor drafter driver ecologist economist editor educator electrician employee
  engineer entrepreneur epidemiologist estimator evangelist examiner executive expert fabricator
  facilitator farmer fellow fighter filmmaker firefighter fitter foreman forester founder freelancer
  fundraiser gardener geologist glazier guard guide hairdresser handler handyman head helper
  historian host hostess housekeeper hygienist illustrator inspector installer instructor intern
  internship interpreter investigator janitor jeweler joiner journalist judge keeper labourer
  laborer landscaper lawyer lead leader lecturer librarian lifeguard linguist loader locksmith
  machinist maid manager marketer mason masseur mathematician mechanic mediator merchandiser
  messenger metallurgist meteorologist microbiologist midwife miner minister model modeler
  moderator musician nanny navigator negotiator neurologist notary nurse nutritionist
  obstetrician officer operative operator optician optometrist organizer organiser owner packer
  painter paralegal paramedic partner pathologist pediatrician pharmacist phlebotomist
  photographer physician physicist physiotherapist picker pilot planner plasterer plumber
  policeman policewoman porter postdoc practitioner preparer president principal processor producer
  professor programmer promoter proofreader provider psychiatrist psychologist publicist
  purchaser radiographer radiologist ranger realtor receptionist recruiter registrar
  rep reporter representative rn researcher retoucher reviewer rigger roofer sailor salesman
  salesperson saleswoman scheduler scientist scribe scrum-master sculptor seamstress secretary
  seller server sergeant sitter sociologist solicitor sonographer specialist staffer statistician
  steward stewardess stocker strategist student stylist superintendent supervisor surgeon surveyor
  tailor teacher technician technologist teller tester therapist tiler trader trainee trainer
  translator treasurer tutor typist underwriter upholsterer usher veterinarian vet videographer
  volunteer waiter waitress warden watchman welder worker writer vp cto ceo cfo coo cio dba sre
  sdet devops lpn cna emt teamleiter teamleiterin entwickler entwicklerin ingenieur ingenieurin
  leiter leiterin berater beraterin krankenschwester krankenpfleger pflegefachkraft pflegefachfrau
  pflegefachmann buchhalter buchhalterin sachbearbeiter sachbearbeiterin verkäufer verkäuferin
  kaufmann kauffrau lehrer lehrerin erzieher erzieherin arzt ärztin koch köchin kellner kellnerin
  fahrer techniker technikerin mechaniker elektriker elektroniker referent referentin praktikant
  praktikantin praktikum werkstudent werkstudentin azubi auszubildende auszubildender
  geschäftsführer geschäftsführerin projektleiter projektleiterin steuerfachangestellte
  bilanzbuchhalter bilanzbuchhalterin
  ingénieur ingénieure développeur développeuse infirmier infirmière comptable vendeur vendeuse
  responsable directeur directrice chef chargé chargée conseiller conseillère technicien technicienne
  enseignant enseignante professeur assistante stagiaire alternant alternante consultante commercial
  commerciale gestionnaire acheteur acheteuse serveur serveuse cuisinier cuisinière aide-soignante
  ingeniero ingeniera desarrollador desarrolladora enfermero enfermera contable contador contadora
  vendedor vendedora gerente directora jefe jefa técnico técnica profesor profesora maestro maestra
  analista programador programadora consultor consultora becario becaria cocinero camarero camarera
  administrativo administrativa mozo moza operario operaria peón auxiliar comercial encargado encargada
  engenheiro engenheira desenvolvedor desenvolvedora enfermeiro enfermeira contabilista diretor
  diretora professora estagiário estagiária coordenador coordenadora
  ontwikkelaar verpleegkundige boekhouder verkoper verkoopster docent leraar adviseur medewerker
  beheerder stagiair directeur
  ingegnere sviluppatore sviluppatrice infermiere infermiera contabile venditore venditrice direttore
  direttrice insegnante tecnico tecnica impiegato impiegata consulente stagista cuoco cameriere`.split(
    /\s+/,
  ),
)
