import { deepEqual, equal, rejects } from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { type Registry, SchemaIds } from './schema-ids.ts'

const signal = new AbortController().signal

function aRegistry() {
  const calls: string[] = []
  let away = false
  const registry: Registry = {
    async idOf(subject) {
      calls.push(`idOf ${subject}`)
      if (away) throw new Fault('registry.unavailable', subject)
      return 7
    },
    async schemaOf(id) {
      calls.push(`schemaOf ${id}`)
      if (away) throw new Fault('registry.unavailable', `id ${id}`)
      return id === 9 ? '"string"' : null
    },
  }
  return { registry, calls, leave: () => (away = true) }
}

const aFile = async () => join(await mkdtemp(join(tmpdir(), 'hs-ids-')), 'schemas.json')

test('a worker starts while the registry is away, with what it met before', async () => {
  const { registry, leave } = aRegistry()
  const file = await aFile()
  const before = await SchemaIds.open(registry, file, () => 0)
  await before.idOf('jobs-value', '"long"', signal)
  await before.learn(9, signal)
  leave()
  const after = await SchemaIds.open(registry, file, () => 0)
  equal(await after.idOf('jobs-value', '"long"', signal), 7)
  equal(after.known(9), '"string"')
  await rejects(after.idOf('jobs-value', '"int"', signal), /registry\.unavailable/)
})

test('an unknown id is asked for once a minute, not once a record', async () => {
  const { registry, calls } = aRegistry()
  let now = 0
  const ids = await SchemaIds.open(registry, await aFile(), () => now)
  for (let n = 0; n < 100; n++) await ids.learn(4711, signal)
  equal(calls.length, 1)
  now = 61_000
  await ids.learn(4711, signal)
  equal(calls.length, 2)
})

test('a cache cut short by a full disk is no cache, and written anew', async () => {
  const { registry } = aRegistry()
  const file = await aFile()
  await writeFile(file, '{"ids": {"jobs-')
  const ids = await SchemaIds.open(registry, file, () => 0)
  deepEqual(await ids.idOf('jobs-value', '"long"', signal), 7)
})
