import { parseCanonical } from '#lib/protocol/canonical.ts'
import type { CheckLog } from './report.ts'

const NEWLINE = 10

/** Reads files of a bundle against their schemas; what is wrong goes into `log` with file, line and field. */
export type LineReader = {
  /** The one record of a `.json` file; null when it is missing or refused. */
  record<T>(file: string, parse: (value: unknown) => T): T | null
  /** All records of a `.jsonl` file; null when it is missing or one of them is refused. */
  lines<T>(file: string, parse: (value: unknown, bytes: Uint8Array) => T): T[] | null
}

/** A reader over the files of one bundle. */
export function lineReader(files: ReadonlyMap<string, Uint8Array>, log: CheckLog): LineReader {
  const bytesOf = (file: string) => {
    const bytes = files.get(file)
    if (!bytes) log.red({ file }, 'bundle-missing-file', 'the bundle lacks this file')
    return bytes
  }
  return {
    record(file, parse) {
      const bytes = bytesOf(file)
      return bytes ? log.attempt({ file }, () => parse(parseCanonical(bytes))) : null
    },
    lines(file, parse) {
      const bytes = bytesOf(file)
      if (!bytes) return null
      const rows: ReturnType<typeof parse>[] = []
      let sound = true
      for (const [index, line] of splitLines(bytes).entries()) {
        const place = { file, line: index + 1 }
        if (!line.closed) log.red(place, 'json-not-canonical', 'the last line has no newline')
        const row = log.attempt(place, () => ({ value: parse(parseCanonical(line.bytes), line.bytes) }))
        if (row) rows.push(row.value)
        sound &&= line.closed && row !== null
      }
      return sound ? rows : null
    },
  }
}

function splitLines(bytes: Uint8Array): { bytes: Uint8Array; closed: boolean }[] {
  const lines: { bytes: Uint8Array; closed: boolean }[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(NEWLINE, start)
    lines.push({ bytes: bytes.subarray(start, end < 0 ? undefined : end), closed: end >= 0 })
    start = end < 0 ? bytes.length : end + 1
  }
  return lines
}
