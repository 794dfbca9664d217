/** What an employer's own name says of its trade; the tale of the job only where it says so outright. */
const INDUSTRIES: readonly (readonly [industry: string, pattern: RegExp])[] = [
  [
    'healthcare',
    partsOf(`
      hospital; clinic; klinik; krankenhaus; hôpital; health; medical; care home;
      nursing home; pflege; hospice; spital; ziekenhuis; ospedale`),
  ],
  [
    'education',
    partsOf(String.raw`
      university; universität; université; universidad; college; \bschool; schule; gymnasium;
      école; academy; kindergarten; lycée`),
  ],
  [
    'finance',
    partsOf(String.raw`
      \bbank; sparkasse; capital; financial; finance; insurance; versicherung; assurance;
      accounting; \baudit; invest; tax\b; steuer; fintech`),
  ],
  [
    'hospitality',
    partsOf(String.raw`
      hotel; hôtel; restaurant; \bcaf[eé]\b; catering; resort; bistro; brasserie`),
  ],
  [
    'logistics',
    partsOf(`
      logisti; freight; shipping; transport; warehouse; spedition; courier; supply chain`),
  ],
  [
    'construction',
    partsOf(String.raw`
      construction; building; \bbau\b; baugesellschaft; bâtiment; roofing; plumbing;
      electric(al)? contract`),
  ],
  [
    'retail',
    partsOf(String.raw`
      retail; \bstores?\b; supermarket; supermarkt; \bshop; fashion; boutique; markt\b`),
  ],
  [
    'manufacturing',
    partsOf(String.raw`
      manufactur; industries; werke; factory; automotive; maschinenbau; \bsteel; \bmotors?\b;
      chemical`),
  ],
  [
    'software',
    partsOf(String.raw`
      software; technolog; \btech\b; \bcloud; digital; \bdata\b; systems; labs\b; saas;
      informatik; \bit[- ]`),
  ],
  [
    'legal',
    partsOf(String.raw`
      \blaw\b; legal; attorneys; rechtsanw; avocats; \bllp\b; notar`),
  ],
  [
    'media',
    partsOf(String.raw`
      media; press\b; verlag; newspaper; publishing; broadcast; \bfilm; advertis; agentur`),
  ],
  [
    'government',
    partsOf(String.raw`
      ministry; government; city of; county; council; department of; federal; stadt\b;
      behörde; mairie`),
  ],
  [
    'nonprofit',
    partsOf(String.raw`
      foundation; charity; nonprofit; non-profit; ngo\b; stiftung; red cross; association`),
  ],
  [
    'energy',
    partsOf(String.raw`
      energy; solar; wind\b; \boil\b; petrol; stadtwerke; utilities; \bpower\b`),
  ],
  [
    'pharma',
    partsOf(`
      pharma; biotech; life sciences`),
  ],
]

const TOLD = new RegExp(
  '\\b(healthcare|finance|retail|logistics|manufacturing|construction|hospitality|education' +
    '|software) (?:industry|sector|company)\\b',
  'i',
)

/** @returns null when nothing says what the trade is */
export function industryOf(company: string | null, description: string): string | null {
  const named = INDUSTRIES.find(([, pattern]) => company !== null && pattern.test(company))
  if (named) return named[0]
  const told = TOLD.exec(description)
  return told ? told[1]!.toLowerCase() : null
}

function partsOf(list: string): RegExp {
  const parts = list.split(';').map((part) => part.trim())
  return new RegExp(parts.join('|'), 'i')
}
