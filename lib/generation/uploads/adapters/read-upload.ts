import { AppError } from '#lib/platform/errors.ts'

export type BodyLimits = {
  mostBytes: number
  /** Longest pause between two chunks, and longest time for the whole. */
  pauseMs: number
  totalMs: number
}

/** The next chunk, or a refusal when none comes in time. */
async function within<T>(ms: number, next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('upload-slow')), Math.max(0, ms))
  })
  try {
    return await Promise.race([next, late])
  } finally {
    clearTimeout(timer)
  }
}

async function* chunksOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { pauseMs, totalMs }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const end = performance.now() + totalMs
  for (;;) {
    const { done, value } = await within(Math.min(pauseMs, end - performance.now()), reader.read())
    if (done) return
    yield value
  }
}

/**
 * Reads a body as it comes and never holds more of it than the limit and one chunk; whatever is wrong with it, the
 * rest is left unread.
 * @param announced the Content-Length that came with it; null when none did
 * @throws AppError upload-too-large, upload-slow, upload-broken
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  announced: number | null,
  limits: BodyLimits,
): Promise<Uint8Array> {
  if (!body) throw new AppError('upload-kind')
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    if ((announced ?? 0) > limits.mostBytes) throw new AppError('upload-too-large')
    for await (const chunk of chunksOf(reader, limits)) {
      length += chunk.length
      if (length > limits.mostBytes) throw new AppError('upload-too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    // Not awaited: a source that hangs would hang here too.
    reader.cancel().catch(() => {})
    throw error instanceof AppError ? error : new AppError('upload-broken', { cause: error })
  }
  if (announced !== null && announced !== length) throw new AppError('upload-broken')
  return new Uint8Array(Buffer.concat(chunks))
}
