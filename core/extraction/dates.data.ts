/** Names of months in the languages that we know, full and short, to their number. */
export const MONTH_NAMES: ReadonlyMap<string, number> = table(`
january jan januar jänner janvier janv enero ene janeiro gennaio gen januari
february feb februar février fevrier févr fév febrero fevereiro fev febbraio februari
march mar märz maerz mrz mars marzo março marco maart mrt
april apr avril avr abril abr aprile
may mai mayo maio mag maggio mei
june jun juni juin junio junho jun giugno giu
july jul juli juillet juil julio julho luglio lug
august aug août aout agosto ago augustus
september sep sept septembre septiembre setiembre setembro set settembre
october oct oktober okt octobre octubre outubro out ottobre ott
november nov novembre noviembre novembro
december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre
`)

/** Seasons to the month in which they begin. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ...['spring', 'frühjahr', 'frühling', 'printemps', 'primavera', 'lente'].map(
    (name) => [name, 3] as const,
  ),
  ...['summer', 'sommer', 'été', 'verano', 'verão', 'estate', 'zomer'].map(
    (name) => [name, 6] as const,
  ),
  ...['fall', 'autumn', 'herbst', 'automne', 'otoño', 'outono', 'autunno', 'herfst'].map(
    (name) => [name, 9] as const,
  ),
  ...['winter', 'hiver', 'invierno', 'inverno'].map((name) => [name, 12] as const),
])

export const PRESENT_WORDS = [
  'present',
  'the present',
  'current',
  'currently',
  'now',
  'today',
  'ongoing',
  'to date',
  'till date',
  'till now',
  'date',
  'heute',
  'aktuell',
  'jetzt',
  'laufend',
  'présent',
  "aujourd'hui",
  'aujourd’hui',
  'ce jour',
  'à ce jour',
  'actuel',
  'actuellement',
  'en cours',
  'actualidad',
  'la actualidad',
  'presente',
  'actual',
  'actualmente',
  'hoy',
  'atual',
  'o momento',
  'hoje',
  'oggi',
  'attuale',
  'in corso',
  'heden',
  'nu',
]

export const RANGE_WORDS = [
  'to',
  'until',
  'till',
  'through',
  'thru',
  'and',
  'bis',
  'à',
  'au',
  'jusqu’à',
  "jusqu'à",
  'a',
  'al',
  'hasta',
  'até',
  'fino a',
  'tot',
  't/m',
]

export const SINCE_WORDS = [
  'since',
  'from',
  'seit',
  'ab',
  'depuis',
  'desde',
  'dal',
  'da',
  'sinds',
  'vanaf',
  'starting',
]

function table(rows: string): ReadonlyMap<string, number> {
  const lines = rows.trim().split('\n')
  return new Map(
    lines.flatMap((line, at) => line.split(' ').map((name) => [name, at + 1] as const)),
  )
}
