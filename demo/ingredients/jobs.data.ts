import type { JobPublished, SkillRequirement } from '../../core/events/events.generated.ts'

const skill = (name: string, rest: Partial<SkillRequirement> = {}): SkillRequirement => ({
  name,
  category: null,
  required: false,
  minYears: null,
  minProficiency: null,
  weight: 1,
  ...rest,
})
const must = (name: string, minYears: number | null = null, weight = 2) =>
  skill(name, { required: true, minYears, weight })

/** Two ask for traits that only a judge can see in a text, two do not: those have final bands at once. */
export const JOBS: readonly JobPublished[] = [
  {
    type: 'job_published',
    externalId: 'job-engineer',
    title: 'Senior Backend Engineer',
    description: `We run the order platform of 3,000 independent shops: about eight million orders a month, all of them events.
Our team of seven builds and operates the services between the basket and the delivery note, in TypeScript on Node.js,
with Kafka between them and PostgreSQL below them. You would own two of these services from the schema to the pager.

What you would do: design event schemas and REST APIs that others can rely on, write idempotent consumers, keep queries
fast as tables grow, release several times a day, and be on call one week in seven.

What we look for: at least five years of building back ends, three of them with TypeScript or Node.js, solid PostgreSQL,
and experience with Kafka in production. Docker, Kubernetes and AWS are our daily tools. A degree in computer science
or an equal path is welcome.`,
    status: 'open',
    department: 'Engineering',
    location: 'Leeds, UK, or remote in Europe',
    requirements: {
      skills: [
        must('TypeScript', 3, 3),
        must('Node.js', 3),
        must('PostgreSQL', 2),
        must('Kafka', 1),
        skill('Docker'),
        skill('Kubernetes'),
        skill('AWS'),
        skill('CI/CD'),
        skill('REST'),
      ],
      education: {
        minDegree: 'bachelor',
        preferredFields: ['computer science', 'software engineering'],
      },
      experience: { minYears: 5, seniority: 'senior', preferredIndustries: ['retail', 'software'] },
    },
    cultureAttributes: [],
    weights: null,
  },
  {
    type: 'job_published',
    externalId: 'job-nurse',
    title: 'Registered Nurse, Intensive Care',
    description: `Our intensive care unit has 22 beds for medical and surgical patients, two thirds of them ventilated. We care for
one or two patients a nurse, with physicians on the unit day and night and a rapid response team that we lead.

What you would do: assess and monitor critically ill patients, manage ventilators and tracheostomies together with the
respiratory therapists, give medication and IV therapy, document in Epic, speak with families, and later teach new
colleagues. Shifts are twelve hours, with every second weekend free.

What we look for: a registered nurse licence, two years of critical care, ACLS (or the will to renew it within three
months), and a hand for infection control. A bachelor in nursing is preferred.`,
    status: 'open',
    department: 'Critical Care',
    location: 'Columbus, OH',
    requirements: {
      skills: [
        must('Critical Care', 2, 3),
        must('Ventilator Management', 1),
        must('Medication Administration'),
        must('Patient Assessment'),
        skill('IV Therapy'),
        skill('Advanced Cardiac Life Support'),
        skill('Infection Control'),
        skill('Electronic Health Records'),
      ],
      education: { minDegree: 'bachelor', preferredFields: ['nursing'] },
      experience: { minYears: 3, seniority: 'mid', preferredIndustries: ['healthcare'] },
    },
    cultureAttributes: ['calm under pressure', 'teaches others', 'speaks up for patients'],
    weights: null,
  },
  {
    type: 'job_published',
    externalId: 'job-accountant',
    title: 'General Ledger Accountant',
    description: `We make garden furniture in four countries and sell it in eleven. Finance is a team of six that closes nine entities
in five working days and would like to make it four.

What you would do: own the general ledger of three entities in SAP FI/CO, run the month-end close with accruals and
reconciliations, prepare the IFRS package for the group, file VAT returns, and answer the auditors. You would also
replace spreadsheets by something better, one at a time.

What we look for: four years in accounting, at least two of them with month-end close and a general ledger of your own, good IFRS and
Excel, a degree in accounting or finance. ACCA or CPA, begun or done, is a plus.`,
    status: 'open',
    department: 'Finance',
    location: 'Manchester, UK',
    requirements: {
      skills: [
        must('Month-End Close', 2, 3),
        must('General Ledger', 2, 3),
        must('Reconciliation'),
        must('IFRS', 1),
        skill('SAP FI/CO'),
        skill('Excel'),
        skill('VAT'),
        skill('Financial Reporting'),
      ],
      education: { minDegree: 'bachelor', preferredFields: ['accounting', 'finance'] },
      experience: { minYears: 4, seniority: 'mid', preferredIndustries: ['manufacturing'] },
    },
    cultureAttributes: [],
    weights: null,
  },
  {
    type: 'job_published',
    externalId: 'job-warehouse',
    title: 'Warehouse Shift Lead',
    description: `From our warehouse of 9,000 pallet places we supply 120 grocery shops before they open. The late shift is 25 people,
14 dock doors and one goal: complete, cold and on time.

What you would do: lead the late shift, plan people and trucks, keep stock right in the warehouse management system,
hold the safety talk, drive a forklift where help is needed, and make the work a little easier each month by lean
methods.

What we look for: three years in warehouse operations, one of them leading people, a forklift licence, knowledge of a
WMS, and a record of safe work. No degree is needed.`,
    status: 'open',
    department: 'Logistics',
    location: 'Raleigh, NC',
    requirements: {
      skills: [
        must('Warehouse Operations', 3, 3),
        must('Inventory Management', 1),
        must('Leadership', 1),
        must('Health and Safety'),
        skill('Forklift Operation'),
        skill('Warehouse Management Systems'),
        skill('Shipping and Receiving'),
        skill('Lean'),
      ],
      education: { minDegree: 'secondary', preferredFields: [] },
      experience: { minYears: 3, seniority: 'lead', preferredIndustries: ['logistics', 'retail'] },
    },
    cultureAttributes: ['fair to everyone on the shift', 'puts safety before speed'],
    weights: null,
  },
]
