import type { ByteRange } from './blob-store.ts'

/** Which bytes a request asks for: all, a part, or none that are there. */
export type AskedRange = ByteRange | 'all' | 'beyond'

const SINGLE = /^bytes=(\d{0,15})-(\d{0,15})$/i

/**
 * Reads a Range header (RFC 9110, 14.2). What is not understood, or asks for several parts, is the whole.
 * @param size of the content, in bytes
 */
export function askedRange(header: string | null, size: number): AskedRange {
  const [, from, to] = SINGLE.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'all'
  if (from === '') {
    const last = Math.min(size, Number(to))
    return last === 0 ? 'beyond' : { start: size - last, end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return 'all'
  return start >= size ? 'beyond' : { start, end }
}
