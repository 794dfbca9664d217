import type { DegreeLevel } from '../domain/profile.ts'

/** Highest first: "Master of Science (Bachelor's included)" is a master's. */
export const DEGREE_WORDS: readonly (readonly [DegreeLevel, string])[] = [
  [
    'doctorate',
    String.raw`
      ph\.?\s?d; doctor(?:ate|al)?; dr\. (?:rer|med|phil|ing); promotion; doctorat;
      doctorado; doutoramento; doutorado; dottorato; d\.?phil; ed\.?d; juris doctor; j\.?d;
      pharm\.?d; m\.?d; dnp`,
  ],
  [
    'master',
    String.raw`
      master(?:['’]?s|studium)?; m\.?\s?sc; m\.?\s?a; m\.?\s?s; m\.?b\.?a; m\.?\s?eng;
      m\.?ed; msn; mph; mphil; ll\.?m; magister; diplom(?:-\p{L}+)?; dipl\.?-?\s?\p{L}+;
      maestría; máster; mestrado; laurea magistrale; maîtrise; mastère; staatsexamen;
      licence professionnelle; dea; dess; ingénieur diplômé; diplôme d['’]ingénieur`,
  ],
  [
    'bachelor',
    String.raw`
      bachelor(?:['’]?s|studium)?; b\.?\s?sc; b\.?\s?a; b\.?\s?s; b\.?\s?eng; b\.?b\.?a;
      b\.?\s?com; b\.?\s?tech; b\.?ed; bsn; bfa; ll\.?b; licence; licenciatura;
      licenciad[oa]; licenciado; grado; laurea(?: triennale)?; undergraduate degree;
      honours degree; graduação; bacharelado; hbo; baccalaureus`,
  ],
  [
    'associate',
    String.raw`
      associate(?:['’]?s)?(?: degree)?(?: of| in); a\.?a\.?s; a\.?\s?s\. in;
      foundation degree; bts; dut; hnd; higher national diploma; diploma of higher education;
      fachwirt(?:in)?; meister(?:brief)?; techniker; adn; técnico superior; tecnólogo; deug;
      mbo`,
  ],
  [
    'secondary',
    `
      high school(?: diploma)?; ged; a[- ]levels?; gcses?; abitur; fachabitur;
      fachhochschulreife; allgemeine hochschulreife; mittlere reife; realschulabschluss;
      hauptschulabschluss; baccalauréat; bachillerato; secondary school; ensino médio;
      maturità; diploma di maturità; matura; bac; leaving certificate; vwo; havo; ausbildung;
      berufsausbildung; apprenticeship; lehre; cap; bep; formación profesional; diploma;
      certificate`,
  ],
]

export const INSTITUTION_WORDS = String.raw`
  universit\p{L}*; college; school; institut\p{L}*; hochschule; fachhochschule; academy;
  akademie; académie; accademia; école; ecole; universidad\p{L}*; universidade; università;
  politecnico; polytechni\p{L}*; polytechnic; gymnasium; lycée; collège; facult\p{L}*;
  schule; berufsschule; \p{L}+schule; \p{L}+akademie; seminary; conservatory; iut;
  hogeschool; instituto; escuela; escola; liceo; istituto; campus; mit; ucla; eth; tu; kit;
  lmu; rwth; postech; ihk; handwerkskammer`
