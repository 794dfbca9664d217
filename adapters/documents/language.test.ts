import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

for (const [text, language] of [
  ['Staff nurse with ten years of experience in the care of adults and children', 'en'],
  ['Pflegefachkraft mit zehn Jahren Berufserfahrung in der Versorgung von Erwachsenen', 'de'],
  ['Infirmière avec dix ans d’expérience dans les soins intensifs pour les adultes', 'fr'],
  ['Enfermera con diez años de experiencia en el cuidado de los pacientes adultos', 'es'],
  ['Enfermeira com dez anos de experiência em cuidados intensivos para os adultos', 'pt'],
  ['Verpleegkundige met tien jaar ervaring in het ziekenhuis voor volwassenen', 'nl'],
  ['Infermiera con dieci anni di esperienza nella cura dei pazienti presso ospedali', 'it'],
  ['Медицинская сестра с десятилетним опытом работы в отделении интенсивной терапии', 'ru'],
  ['Nora', null],
  ['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21', null],
] as const) {
  test(`${text.slice(0, 30)} is ${language}`, async () => {
    expect(await languageOf(text)).toBe(language)
  })
}
