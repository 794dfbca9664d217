import { mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../../core/fault.ts'
import type { BlobStore } from '../../core/ports/blob-store.ts'
import { isBlobKey } from './blob-key.ts'

/** Half-written files lie here, on the same file system, so that a rename is all or nothing. No key starts with a dot. */
const WRITING = '.writing'

/** Blobs as files under one folder: for one machine, or several that mount the same one. */
export function fileBlobStore(folder: string): BlobStore {
  const pathOf = (key: string) => join(folder, key)

  return {
    async put(key, bytes, signal) {
      signal.throwIfAborted()
      if (!isBlobKey(key)) throw new RangeError(`a key of ${key.length} characters`)
      await attempt(key, () => write(folder, pathOf(key), bytes))
    },

    async get(key, signal) {
      signal.throwIfAborted()
      if (!isBlobKey(key)) throw new Fault('blob_store.missing', 'a key that no blob can have')
      return attempt(key, () => readFile(pathOf(key), { signal }))
    },

    async delete(key, signal) {
      signal.throwIfAborted()
      if (isBlobKey(key)) await attempt(key, () => remove(pathOf(key)))
    },
  }
}

/** A crash at any moment leaves the whole file or none; what was acknowledged survives a power cut. */
async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(folder, WRITING), { recursive: true })
  const made = await mkdir(dirname(path), { recursive: true })
  const own = await mkdtemp(join(folder, WRITING, 'put-'))
  try {
    const temporary = join(own, 'blob')
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolders(dirname(path), made === undefined ? dirname(path) : dirname(made))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true })
  await syncFolders(dirname(path), dirname(path)).catch((error: unknown) => {
    // Never written to: nothing was there to delete.
    if (!isMissing(error)) throw error
  })
}

/** A new name is safe once its folder is: from the innermost up to where a folder was there before. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (folder === upTo || folder === dirname(folder)) return
  }
}

async function attempt<T>(key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause
    throw new Fault(isMissing(cause) ? 'blob_store.missing' : 'blob_store.unavailable', key, {
      cause,
    })
  }
}

/** ENOTDIR and EISDIR: a key that is another's folder, or the other way round; no blob is there either. */
const isMissing = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
