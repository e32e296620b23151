import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FSDriver } from 'flydrive/drivers/fs'
import type { DriverContract } from 'flydrive/types'
import { mediaTypeOf } from './media-type.ts'

/** A file that has come in whole, and is not kept yet. */
export interface Received {
  readonly path: string
  /** Its first bytes, by which its type is known. */
  readonly head: Buffer
  readonly size: number
}

/** Where files are kept, by key. Nothing of a file is ever whole in memory. */
export interface FileStore {
  /** Takes in a file as it comes; nothing of it is left when it breaks off. */
  receive(bytes: AsyncIterable<Buffer>): Promise<Received>
  discard(received: Received): Promise<void>
  /** What the content itself says that it is; undefined when it is nothing that is known. */
  mediaTypeOf(received: Received): Promise<string | undefined>
  keep(key: string, received: Received, mediaType: string): Promise<void>
  /** @param range bytes, both ends inclusive; all of them when not said */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** Also of what is not there. */
  remove(key: string): Promise<void>
  /** @throws when files cannot be taken in, or the bucket does not answer */
  check(): Promise<void>
}

export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface Bucket {
  readonly name: string
  readonly region: string
  /** Of any service that speaks S3; of Amazon when not said. */
  readonly endpoint?: string | undefined
}

/** Enough for every type that is looked for, those inside of ZIP too. */
const HEAD_BYTES = 262_144
/** Older than this, what came in was left by a process that was killed, milliseconds. */
const LEFT_OVER_MS = 3_600_000

/**
 * @param directory where files wait until they are whole, and where they are kept when there is no bucket
 * @param now milliseconds; what a killed process left behind is older
 */
export async function openFileStore(
  directory: string,
  bucket: Bucket | undefined,
  now: number,
): Promise<FileStore> {
  const incoming = join(directory, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweep(incoming, now)
  const { driver, readRange } =
    bucket === undefined ? directoryDriver(join(directory, 'documents')) : await bucketDriver(bucket)
  return {
    receive: async (bytes) => await receive(join(incoming, randomUUID()), bytes),
    mediaTypeOf: async ({ head }) => await mediaTypeOf(head),
    discard: async ({ path }) => await rm(path, { force: true }),
    keep: async (key, { path, size }, contentType) =>
      await driver.putStream(key, createReadStream(path), { contentLength: size, contentType }),
    read: async (key, range) =>
      range === undefined ? await driver.getStream(key) : await readRange(key, range),
    remove: async (key) => await driver.delete(key),
    check: async () => {
      await access(incoming, constants.W_OK)
      // Whether it is there or not, somebody has answered.
      if (bucket !== undefined) await driver.exists('check')
    },
  }
}

async function receive(path: string, bytes: AsyncIterable<Buffer>): Promise<Received> {
  const head: Buffer[] = []
  let size = 0
  const watched = async function* () {
    for await (const chunk of bytes) {
      if (size < HEAD_BYTES) head.push(chunk)
      size += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(watched(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, head: Buffer.concat(head), size }
}

async function sweep(incoming: string, now: number): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > LEFT_OVER_MS) await rm(path, { force: true })
  }
}

/** A driver, and what it cannot do itself: read a part. */
interface Ranging {
  driver: DriverContract
  readRange: (key: string, range: ByteRange) => Promise<Readable>
}

function directoryDriver(location: string): Ranging {
  return {
    driver: new FSDriver({ location, visibility: 'private' }),
    readRange: async (key, range) => {
      const stream = createReadStream(join(location, key), range)
      await once(stream, 'open')
      return stream
    },
  }
}

/** The library for buckets is large: it is loaded only where there is one. Credentials are those of its own chain. */
async function bucketDriver({ name, region, endpoint }: Bucket): Promise<Ranging> {
  const [{ S3Driver }, { GetObjectCommand, S3Client }] = await Promise.all([
    import('flydrive/drivers/s3'),
    import('@aws-sdk/client-s3'),
  ])
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Services other than Amazon's know no trailing checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return {
    driver: new S3Driver({ client, bucket: name, visibility: 'private', supportsACL: false }),
    readRange: async (key, { start, end }) => {
      const part = { Bucket: name, Key: key, Range: `bytes=${start}-${end}` }
      const { Body } = await client.send(new GetObjectCommand(part))
      return Body as Readable
    },
  }
}
