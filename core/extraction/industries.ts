/** What an employer's own name says of its trade; the tale of the job only where it says so outright. */
const INDUSTRIES: readonly (readonly [industry: string, pattern: RegExp])[] = [
  [
    'healthcare',
    /hospital|clinic|klinik|krankenhaus|hôpital|health|medical|care home|nursing home|pflege|hospice|spital|ziekenhuis|ospedale/i,
  ],
  [
    'education',
    /university|universität|université|universidad|college|\bschool|schule|gymnasium|école|academy|kindergarten|lycée/i,
  ],
  [
    'finance',
    /\bbank|sparkasse|capital|financial|finance|insurance|versicherung|assurance|accounting|\baudit|invest|tax\b|steuer|fintech/i,
  ],
  ['hospitality', /hotel|hôtel|restaurant|\bcaf[eé]\b|catering|resort|bistro|brasserie/i],
  ['logistics', /logisti|freight|shipping|transport|warehouse|spedition|courier|supply chain/i],
  [
    'construction',
    /construction|building|\bbau\b|baugesellschaft|bâtiment|roofing|plumbing|electric(al)? contract/i,
  ],
  ['retail', /retail|\bstores?\b|supermarket|supermarkt|\bshop|fashion|boutique|markt\b/i],
  [
    'manufacturing',
    /manufactur|industries|werke|factory|automotive|maschinenbau|\bsteel|\bmotors?\b|chemical/i,
  ],
  [
    'software',
    /software|technolog|\btech\b|\bcloud|digital|\bdata\b|systems|labs\b|saas|informatik|\bit[- ]/i,
  ],
  ['legal', /\blaw\b|legal|attorneys|rechtsanw|avocats|\bllp\b|notar/i],
  ['media', /media|press\b|verlag|newspaper|publishing|broadcast|\bfilm|advertis|agentur/i],
  [
    'government',
    /ministry|government|city of|county|council|department of|federal|stadt\b|behörde|mairie/i,
  ],
  ['nonprofit', /foundation|charity|nonprofit|non-profit|ngo\b|stiftung|red cross|association/i],
  ['energy', /energy|solar|wind\b|\boil\b|petrol|stadtwerke|utilities|\bpower\b/i],
  ['pharma', /pharma|biotech|life sciences/i],
]

/** @returns null when nothing says what the trade is */
export function industryOf(company: string | null, description: string): string | null {
  const named = INDUSTRIES.find(([, pattern]) => company !== null && pattern.test(company))
  if (named) return named[0]
  const told =
    /\b(healthcare|finance|retail|logistics|manufacturing|construction|hospitality|education|software) (?:industry|sector|company)\b/i.exec(
      description,
    )
  return told ? told[1]!.toLowerCase() : null
}
