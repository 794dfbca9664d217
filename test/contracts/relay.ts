import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP relay on loopback that can lose its server in two ways, and find it again. */
export interface Relay {
  readonly url: string
  /** Refuses, and breaks what is open */
  cut(): Promise<void>
  /** Accepts, and passes nothing on */
  stall(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function openRelay(targetPort: number | string): Promise<Relay> {
  const sockets = new Set<Socket>()
  let stalled = false
  const server = createServer((near) => {
    const far = connect(Number(targetPort), '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => stalled || to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const shut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    breakAll()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    cut: shut,
    stall: async () => {
      stalled = true
    },
    async mend() {
      stalled = false
      breakAll()
      if (!server.listening) await listen(port)
    },
    close: shut,
  }
}
