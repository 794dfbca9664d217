import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kafka, logLevel } from 'kafkajs'
import { runQuietly } from '../../../bin/piece.mjs'
import type { LocalEngine, Site } from './engine.ts'

export const kafka: LocalEngine = {
  name: 'kafka',
  setting: 'KAFKA_BROKERS',
  pieces: ['kafka'],
  ports: { wanted: 19092, inner: [19093] },
  usual: '127.0.0.1:9092',

  async prepare(site) {
    const id = randomBytes(16).toString('base64url')
    await writeFile(join(site.data, 'cluster-id'), id)
    const file = await writeProperties(site)
    const format = ['kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', file]
    await runQuietly(site.java, [
      '-Xmx64m',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      libs(site),
      ...format,
    ])
  },

  async launch(site) {
    const file = await writeProperties(site)
    const jvm = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
    const logging = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'
    return {
      command: site.java,
      args: [...jvm, logging, '-cp', libs(site), 'kafka.Kafka', file],
      env: site.env,
      stopSignal: 'SIGTERM',
      graceMs: 6000,
    }
  },

  async probe(brokers) {
    const client = new Kafka({
      brokers: brokers.split(','),
      logLevel: logLevel.NOTHING,
      connectionTimeout: 1000,
      requestTimeout: 2000,
      retry: { retries: 0 },
    })
    const admin = client.admin()
    try {
      await admin.connect()
      const cluster = await admin.describeCluster()
      if (cluster.controller === null) throw new Error('no controller yet')
    } finally {
      await admin.disconnect()
    }
  },

  settings: ({ port }) => ({ KAFKA_BROKERS: `127.0.0.1:${port}` }),
}

const libs = (site: Site) => join(site.pieces.kafka ?? '', 'libs', '*')

/** Written at each start: the ports may have moved. One node: every internal topic has one copy. */
async function writeProperties(site: Site): Promise<string> {
  const [controller] = site.inner
  const file = join(site.data, 'server.properties')
  const id = await readFile(join(site.data, 'cluster-id'), 'utf8')
  const lines = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'cluster.id': id,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${site.port},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${site.port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(site.data, 'log'),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // The default of 6 s would make each death in a fault test cost that long.
    'group.min.session.timeout.ms': 1000,
    'num.network.threads': 2,
    'num.io.threads': 4,
    // The default of 128 MB does not fit a small heap: the broker would end at its first compaction.
    'log.cleaner.dedupe.buffer.size': 4_194_304,
    // Files are created at this size in memory maps: the default of 10 MB adds up over partitions.
    'log.index.size.max.bytes': 1_048_576,
  }
  const text = Object.entries(lines).map(([key, value]) => `${key}=${value}`)
  await writeFile(file, `${text.join('\n')}\n`)
  return file
}
