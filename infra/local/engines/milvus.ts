import { constants, existsSync } from 'node:fs'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../../../bin/piece.mjs'
import { expectOk, type LocalEngine, type Site } from './engine.ts'

export const milvus: LocalEngine = {
  name: 'milvus',
  setting: 'MILVUS_URL',
  pieces: ['milvus'],
  ports: {
    wanted: 19630,
    inner: [19629, 19631, 53100, 21123, 22930, 21121, 13333, 21124, 12379, 12380, 19091],
  },
  usual: 'http://127.0.0.1:19530',

  async launch(site) {
    await refuseForeignRunFolder()
    await writeConfigs(site)
    const folder = site.pieces.milvus ?? ''
    return {
      command: join(folder, 'bin', 'milvus'),
      args: ['run', 'standalone'],
      env: {
        ...site.env,
        DEPLOY_MODE: 'STANDALONE',
        METRICS_PORT: String(site.inner[10]),
        MILVUS_RUN_DIR: join(site.data, 'run'),
        MILVUSCONF: join(site.data, 'configs'),
        LD_LIBRARY_PATH: join(folder, 'bin'),
      },
      cwd: site.data,
      stopSignal: 'SIGTERM',
      // It can hang with loaded collections; killed, it loses nothing that it acknowledged.
      graceMs: 3000,
    }
  },

  probe: (url, signal) => expectOk(`${url}/v1/vector/collections`, signal),

  settings: ({ port }) => ({ MILVUS_URL: `http://127.0.0.1:${port}` }),
}

/** Milvus writes a small file there whatever its settings say, and ends without it. */
async function refuseForeignRunFolder(): Promise<void> {
  const folder = '/tmp/milvus'
  if (!existsSync(folder)) return
  await access(folder, constants.W_OK).catch(() => {
    const fix = `Remove it (sudo rm -r ${folder}), or set MILVUS_URL to a server that runs.`
    throw new SetupError(`Milvus needs ${folder}, which belongs to another user. ${fix}`)
  })
}

/** Fills the template that came with the server; its defaults listen on every address. */
async function writeConfigs(site: Site): Promise<void> {
  const folders = Object.fromEntries(
    ['configs', 'run', 'logs', 'etcd', 'storage', 'rocksmq'].map((name) => [
      name,
      join(site.data, name),
    ]),
  ) as Record<string, string>
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true })
  const [internal, queryCoord, rootCoord, queryNode, indexCoord, indexNode] = site.inner
  const [dataCoord, dataNode, etcd, etcdPeer] = site.inner.slice(6)
  const values: Record<string, string | number | undefined> = {
    proxy_port: site.port,
    proxy_internal_port: internal,
    query_coord_port: queryCoord,
    root_coord_port: rootCoord,
    query_node_port: queryNode,
    index_coord_port: indexCoord,
    index_node_port: indexNode,
    data_coord_port: dataCoord,
    data_node_port: dataNode,
    etcd_port: etcd,
    etcd_data_dir: folders.etcd,
    etcd_log_level: 'warn',
    local_storage_dir: folders.storage,
    rocksmq_data_dir: folders.rocksmq,
    system_log_path: '""',
  }
  const template = await readFile(join(site.pieces.milvus ?? '', 'config.yaml.template'), 'utf8')
  const filled = template
    .replace(/\{\{ (\w+)(?:\(\w+\))?(?:: ([^}]*?))? \}\}/g, (_, key, usual = '') =>
      String(values[key] ?? usual),
    )
    .replace(/^( +)ip: .*$/gm, '$1ip: 127.0.0.1')
    .replace(/^ {2}data:\n {4}dir: /m, `  config:\n    path: ${folders.configs}/etcd.yaml\n$&`)
    .replace(/^ {2}level: info/m, '  level: warn')
  await writeFile(join(folders.configs ?? '', 'milvus.yaml'), filled)
  await writeFile(
    join(folders.configs ?? '', 'etcd.yaml'),
    etcdConfig(etcd, etcdPeer, folders.etcd),
  )
  // Without this file the server ends with code 1 and no word.
  await writeFile(join(folders.configs ?? '', 'glog.conf'), '--logtostderr=true\n--minloglevel=2\n')
}

/** Without a file of its own the inner etcd takes 2379 and 2380, and two cannot run side by side. */
function etcdConfig(port: number | undefined, peer: number | undefined, folder = ''): string {
  const client = `http://127.0.0.1:${port}`
  const peers = `http://127.0.0.1:${peer}`
  return `name: default
data-dir: ${folder}
listen-client-urls: ${client}
advertise-client-urls: ${client}
listen-peer-urls: ${peers}
initial-advertise-peer-urls: ${peers}
initial-cluster: default=${peers}
auto-compaction-mode: revision
auto-compaction-retention: "1000"
`
}
