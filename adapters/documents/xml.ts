import { Parser } from 'htmlparser2'
import { Refusal } from './refusal.ts'

export type Attributes = Readonly<Record<string, string>>
export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

const DEEPEST = 500

/**
 * Walks through XML. Entities beyond XML's own five are left as they are written: nothing is expanded, nothing fetched.
 * @throws Refusal when it is nested beyond measure
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new Refusal('rejected', 'nested beyond measure; send a PDF')
        handler.open(name, attributes)
      },
      ontext: (text) => handler.text(text),
      onclosetag(name) {
        depth--
        handler.close(name)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}
