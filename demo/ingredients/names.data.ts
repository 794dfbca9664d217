/** First and last names that go together. Made-up people: no pair is meant to be anyone. */
export interface NameGroup {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

const group = (first: string, last: string): NameGroup => ({
  first: first.split(' '),
  last: last.split(' '),
})

/** For résumés in English, from all over */
export const NAMES: readonly NameGroup[] = [
  group(
    'Maud Corin Tess Alden Joan Rufus Nell Barnaby',
    'Ashdown Thistlewood Penhale Garrick Holloway Marchbank Ormerod Winslade',
  ),
  group(
    'Leona Desmond Tamika Marlon Imani Curtis',
    'Beaufort Lattimore Claybourne Eubanks Tolliver Gadsden',
  ),
  group(
    'Amara Chidi Ngozi Tunde Folake Emeka',
    'Adewumi Okonjola Nwachukwu Balogun Ezenwa Oyelaran',
  ),
  group(
    'Priya Arvind Meera Rohan Kavita Sanjay',
    'Raghunathan Deshpande Kulkarni Venkatesan Bhandari Mehrotra',
  ),
  group('Lin Wei Mei Hao Xiu Jun', 'Zhao-Hart Tanwei Fongsui Luo Shengmin Gaoyan'),
  group(
    'Agnieszka Tomasz Ewa Bartosz Zofia Marek',
    'Wilkowska Dombrowski Jasinski Malecka Sobczyk Kwiatek',
  ),
  group(
    'Layla Karim Samira Yusuf Noor Tarek',
    'Haddadin Benkirane Alshamari Qasimi Boutros Zerhouni',
  ),
  group(
    'Ingrid Torsten Astrid Mikkel Solveig Anders',
    'Hallqvist Brandvold Nyhagen Ekelund Lysgaard Sundfors',
  ),
  group(
    'Camila Mateo Renata Thiago Beatriz Nuno',
    'Villalonga Quiroga Arandia Figueirosa Monteverde Salgueiro',
  ),
  group('Linh Minh Thao Quan Bao Trang', 'Nguyendo Phamluong Tranvinh Hoangle Vubao Duongthi'),
]

export const NAMES_OF = {
  de: {
    her: group(
      'Annegret Katharina Friederike Sabine Jördis',
      'Weidenbach Löfflmoser Krähenbühl Steinhöfel Bornemühl',
    ),
    him: group(
      'Jörg Matthis Holger Lennart Rüdiger',
      'Grünthaler Vossebrecht Mühlenkamp Tannhoff Äckerlein',
    ),
  },
  fr: {
    her: group('Éloïse Maëlle Solène Bérénice', 'Chantereau Delaforêt Montpensier Vauquelard'),
    him: group('Aurélien Thibault Gaëtan Rémi', 'Brisefer Lagrangère Peyrolles Dûmontel'),
  },
  es: {
    her: group('Inés Rocío Macarena Lucía', 'Peñalver Iturbide Zambrano Echegaray'),
    him: group('Gonzalo Íñigo Álvaro Rubén', 'Carrasquilla Montesinos Urquijano Bañuelos'),
  },
} as const

/** Places to live, with telephone numbers kept free for fiction (Spain keeps none: British mobiles); X is any digit */
export const HOMES = {
  en: [
    { place: 'Portland, OR', phone: '+1 (503) 555-01XX' },
    { place: 'Columbus, OH', phone: '(614) 555-01XX' },
    { place: 'Denver, CO', phone: '+1 303 555 01XX' },
    { place: 'Raleigh, NC', phone: '919-555-01XX' },
    { place: 'Leeds, UK', phone: '+44 113 496 0XXX' },
    { place: 'London, UK', phone: '+44 20 7946 0XXX' },
    { place: 'Manchester, UK', phone: '0161 496 0XXX' },
    { place: 'Dublin, Ireland', phone: '+353 20 910 1XXX' },
  ],
  de: [
    { place: 'Berlin', phone: '+49 30 23125 XXX' },
    { place: 'Hamburg', phone: '+49 40 66969 XXX' },
    { place: 'München', phone: '+49 89 99998 XXX' },
  ],
  fr: [
    { place: 'Lyon', phone: '+33 4 65 71 XX XX' },
    { place: 'Lille', phone: '+33 3 53 01 XX XX' },
  ],
  es: [
    { place: 'Madrid', phone: '+44 7700 900XXX' },
    { place: 'Valencia', phone: '+44 7700 900XXX' },
  ],
} as const

export const SCHOOLS = {
  en: [
    'University of Harrowmere',
    'Ridgeford State University',
    'Elmwater Technical College',
    'Northgate College',
    'Calder Bay University',
    'Westmoor Institute of Technology',
  ],
  de: ['Hochschule Auental', 'Universität Harrenfeld', 'Berufsschule Erlenpark'],
  fr: ['Université de Belrive', 'Institut Saint-Brandan'],
  es: ['Universidad de Ribera Alta', 'Instituto Calandria'],
} as const
