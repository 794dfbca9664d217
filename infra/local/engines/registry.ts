import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expectOk, type LocalEngine } from './engine.ts'

const SETTLE_TRIES = 40
const SETTLE_AGAIN_MS = 250

export const registry: LocalEngine = {
  name: 'registry',
  setting: 'SCHEMA_REGISTRY_URL',
  pieces: ['registry'],
  // Its ids are in every record of the log: they are kept in Postgres, never in memory.
  needs: ['postgres'],
  ports: { wanted: 18081, inner: [] },
  usual: 'http://127.0.0.1:8081',

  launch(site) {
    const jvm = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto']
    const options = {
      'quarkus.http.host': '127.0.0.1',
      'quarkus.http.port': site.port,
      'quarkus.log.level': 'WARN',
      'apicurio.storage.kind': 'sql',
      'apicurio.storage.sql.kind': 'postgresql',
      'apicurio.datasource.url': `jdbc:postgresql://127.0.0.1:${site.ports.postgres}/registry`,
      'apicurio.datasource.username': 'registry',
      'apicurio.datasource.jdbc.initial-size': 2,
      'apicurio.datasource.jdbc.min-size': 2,
      'apicurio.datasource.jdbc.max-size': 10,
    }
    const flags = Object.entries(options).map(([key, value]) => `-D${key}=${value}`)
    const jar = join(site.pieces.registry ?? '', 'apicurio-registry-app-3.0.9-runner.jar')
    return {
      command: site.java,
      args: [...jvm, ...flags, '-jar', jar],
      // By environment: a command line can be read by every user of the machine.
      env: { ...site.env, APICURIO_DATASOURCE_PASSWORD: site.secrets.registry },
      stopSignal: 'SIGTERM',
      graceMs: 3000,
    }
  },

  probe: (url, signal) => expectOk(`${url}/subjects`, signal),

  // It answers before its own first rules are written, and refuses ours (409) until they are.
  async settle({ port }) {
    const url = `http://127.0.0.1:${port}/apis/ccompat/v7/config`
    const body = JSON.stringify({ compatibility: 'BACKWARD_TRANSITIVE' })
    for (let tries = 1; ; tries++) {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url, { method: 'PUT', headers, body })
      await answer.body?.cancel()
      if (answer.ok) return
      const refused = `registry refused its compatibility level: ${answer.status}`
      if (answer.status !== 409 || tries === SETTLE_TRIES) throw new Error(refused)
      await sleep(SETTLE_AGAIN_MS)
    }
  },

  settings: ({ port }) => ({ SCHEMA_REGISTRY_URL: `http://127.0.0.1:${port}/apis/ccompat/v7` }),
}
