// Writes core/events/events.generated.ts from schemas/avro/*.avsc. `--check` writes nothing and fails when it is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { typesOf } from './typescript-types.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'schemas/avro')
const target = join(root, 'core/events/events.generated.ts')

const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.avsc'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

const generated = typesOf(schemas)
if (!process.argv.includes('--check')) writeFileSync(target, generated)
else if (readFileSync(target, 'utf8') !== generated) {
  process.stderr.write('core/events/events.generated.ts is stale: run `npm run generate`\n')
  process.exitCode = 1
}
