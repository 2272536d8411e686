import { createHash } from 'node:crypto'
import { AppError } from './errors.ts'

/** Bytes of a blob from `start` to `end`, both inclusive. */
export type ByteRange = { start: number; end: number }

export type StoredBlob = { key: string; size: number; modifiedAt: Date }

/** Blobs by content. Keys are the 64 lower-case hex digits of SHA-256, and nothing else is a key. */
export interface Storage {
  /** Stores bytes once and returns their key; durable when it returns, and no older than a day. */
  put(bytes: Uint8Array): Promise<string>
  has(key: string): Promise<boolean>
  /** Null when there is no such blob. @throws AppError storage-corrupt when its bytes do not have this hash */
  get(key: string): Promise<Uint8Array | null>
  size(key: string): Promise<number | null>
  /** The whole blob or a part of it. One that is whole and wrong fails before its end, so that nobody takes it for good. */
  stream(key: string, range?: ByteRange): ReadableStream<Uint8Array>
  /** Every blob, by key. */
  list(): AsyncIterable<StoredBlob>
  /** Deletes a blob that was not put since a time. @returns whether it was deleted */
  delete(key: string, unlessSince: Date): Promise<boolean>
}

const KEY = /^[0-9a-f]{64}$/

export const isKey = (text: string): boolean => KEY.test(text)

export function assertKey(key: string): string {
  if (!isKey(key)) throw new Error('not a blob key')
  return key
}

export const keyOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Putting a blob again makes it young again when it is older than this. */
export const REFRESH_MS = 86_400_000

export const corrupt = (key: string) =>
  new AppError('storage-corrupt', { detail: `the blob ${key} has other bytes` })

/** Passes a whole blob on, its last piece only once the hash of all of them is right. */
async function* verified(chunks: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let last: Uint8Array | null = null
  for await (const chunk of chunks) {
    hash.update(chunk)
    if (last) yield last
    last = chunk
  }
  if (hash.digest('hex') !== key) throw corrupt(key)
  if (last) yield last
}

/** A blob's pieces as a stream: nothing is opened before it is read, and whoever stops reading ends them. */
export function blobStream(
  chunks: AsyncGenerator<Uint8Array>,
  key: string,
  range: ByteRange | undefined,
): ReadableStream<Uint8Array> {
  const pieces = range ? chunks : verified(chunks, key)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  )
}
