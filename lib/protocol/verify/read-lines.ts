import { parseCanonical } from '#lib/protocol/canonical.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { CheckLog } from './report.ts'

const NEWLINE = 10

/** Reads files of a bundle against their schemas; what is wrong goes into `log` with file, line and field. */
export type LineReader = {
  /** The one record of a `.json` file; null when it is missing or refused. */
  record<T>(file: string, parse: (value: unknown) => T): T | null
  /** All records of a `.jsonl` file; null when it is missing or one of them is refused. */
  lines<T>(file: string, parse: (value: unknown) => T): T[] | null
}

/** A reader over the files of one bundle. */
export function lineReader(files: BundleFiles, log: CheckLog): LineReader {
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
      let line = 0
      for (const text of splitLines(bytes)) {
        line += 1
        const row = log.attempt({ file, line }, () => ({ value: parse(parseCanonical(text)) }))
        if (row) rows.push(row.value)
      }
      const closed = isClosed(bytes)
      if (!closed) log.red({ file, line }, 'json-not-canonical', 'the last line has no newline')
      return closed && rows.length === line ? rows : null
    },
  }
}

/** Whether the last line of a `.jsonl` file has its newline; a file without lines needs none. */
export function isClosed(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === NEWLINE
}

/** The lines of a file, without their newlines. */
export function* splitLines(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found < 0 ? bytes.length : found
    yield bytes.subarray(start, end)
    start = end + 1
  }
}
