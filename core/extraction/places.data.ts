/** Countries as people write them, in the languages of our headings. */
export const COUNTRIES: readonly string[] =
  `Argentina; Australia; Austria; Österreich; Autriche; Bangladesh; Belarus; Belgium; Belgien; Belgique;
  België; Bolivia; Brazil; Brasil; Bulgaria; Cameroon; Canada; Kanada; Chile; China; Colombia; Croatia;
  Costa Rica; Cuba; Cyprus; Czech Republic; Czechia; Denmark; Dänemark; Ecuador; Egypt; England; Estonia;
  Ethiopia; Finland; Finnland; France; Frankreich; Francia; Germany; Deutschland; Allemagne; Alemania;
  Alemanha; Duitsland; Germania; Ghana; Greece; Griechenland; Hong Kong; Hungary; Ungarn; Iceland; India;
  Indien; Indonesia; Iran; Iraq; Ireland; Irland; Israel; Italy; Italien; Italia; Italie; Itália; Jamaica;
  Japan; Jordan; Kazakhstan; Kenya; Korea; South Korea; S Korea; Republic of Korea; Latvia; Lebanon;
  Lithuania; Luxembourg; Luxemburg; Malaysia; Malta; Mexico; México; Mexiko; Moldova; Morocco; Maroc;
  Nepal; Netherlands; The Netherlands; Nederland; Niederlande; Pays-Bas; New Zealand; Nigeria;
  Northern Ireland; Norway; Norwegen; Oman; Pakistan; Panama; Peru; Perú; Philippines; Poland; Polen;
  Pologne; Portugal; Qatar; Romania; Rumänien; Russia; Russland; Saudi Arabia; Scotland; Senegal; Serbia;
  Singapore; Slovakia; Slovenia; South Africa; Spain; Spanien; Espagne; España; Espanha; Spagna; Sri Lanka;
  Sweden; Schweden; Switzerland; Schweiz; Suisse; Svizzera; Syria; Taiwan; Tanzania; Thailand; Tunisia;
  Tunisie; Türkiye; Turkey; Türkei; UAE; United Arab Emirates; UK; U.K.; Uganda; Ukraine; United Kingdom;
  Großbritannien; Royaume-Uni; Reino Unido; United States; United States of America; USA; U.S.A.; U.S.;
  US; États-Unis; Estados Unidos; Uruguay; Venezuela; Vietnam; Wales; Zambia; Zimbabwe; Algeria; Algérie`
    .split(';')
    .map((name) => name.trim())

/** States of the USA and provinces of Canada and Australia: code and name. */
export const STATES: readonly (readonly [code: string, name: string])[] =
  `AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware;
  FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky;
  LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi;
  MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico;
  NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania;
  RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont;
  VA Virginia; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming; DC District of Columbia;
  D.C. Washington DC; ON Ontario; QC Quebec; BC British Columbia; AB Alberta; MB Manitoba;
  SK Saskatchewan; NS Nova Scotia; NB New Brunswick; NSW New South Wales; VIC Victoria; QLD Queensland`
    .split(';')
    .map((entry) => {
      const [code, ...name] = entry.trim().split(' ')
      return [code!, name.join(' ')] as const
    })
