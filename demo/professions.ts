import { ACCOUNTANT, ACCOUNTANT_DE, ACCOUNTANT_FR } from './ingredients/accountant.data.ts'
import { ENGINEER, ENGINEER_DE, ENGINEER_ES } from './ingredients/engineer.data.ts'
import { NURSE, NURSE_DE, NURSE_FR } from './ingredients/nurse.data.ts'
import { WAREHOUSE, WAREHOUSE_DE, WAREHOUSE_ES } from './ingredients/warehouse.data.ts'
import type { Language, Profession, ProfessionKey } from './resume.ts'

const WRITTEN: Readonly<Record<ProfessionKey, Partial<Record<Language, Profession>>>> = {
  engineer: { en: ENGINEER, de: ENGINEER_DE, es: ENGINEER_ES },
  nurse: { en: NURSE, de: NURSE_DE, fr: NURSE_FR },
  accountant: { en: ACCOUNTANT, de: ACCOUNTANT_DE, fr: ACCOUNTANT_FR },
  warehouse: { en: WAREHOUSE, de: WAREHOUSE_DE, es: WAREHOUSE_ES },
}

export function professionIn(key: ProfessionKey, language: Language): Profession {
  const found = WRITTEN[key][language]
  if (!found) throw new Error(`nothing is written for ${key} in ${language}`)
  return found
}
