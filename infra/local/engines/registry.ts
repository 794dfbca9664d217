import { join } from 'node:path'
import { expectOk, type LocalEngine } from './engine.ts'

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

  async settle({ port }) {
    const answer = await fetch(`http://127.0.0.1:${port}/apis/ccompat/v7/config`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ compatibility: 'BACKWARD_TRANSITIVE' }),
    })
    if (!answer.ok) throw new Error(`registry refused its compatibility level: ${answer.status}`)
  },

  settings: ({ port }) => ({ SCHEMA_REGISTRY_URL: `http://127.0.0.1:${port}/apis/ccompat/v7` }),
}
