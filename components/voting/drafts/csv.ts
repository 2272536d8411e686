/** A record of a table, and the line on which it begins, from 1. */
export type CsvRecord = { line: number; cells: string[] }

/** What a spreadsheet takes for a formula, in any script, behind the marks that keep it from doing so. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet calculates: one that begins like a formula gets an apostrophe before it. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** What was guarded, as it was. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)

const quoted = (cell: string) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as RFC 4180 spells it, with the mark by which spreadsheets know UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')}`
}

/** Spreadsheets of many countries write semicolons, since their comma divides decimals. */
function separatorOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  return [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
}

const CELL = { ',': /[^",\r\n]*/y, ';': /[^";\r\n]*/y, '\t': /[^"\t\r\n]*/y } as const
const QUOTED = /"((?:[^"]|"")*)"/y

type CsvText = { ok: true; records: CsvRecord[] } | { ok: false; line: number }

/** Reads a table with commas, semicolons or tabs; empty lines are none. Not ok: the line of a stray quote. */
export function readCsv(written: string): CsvText {
  const text = written.replace(/^\uFEFF/, '')
  const separator = separatorOf(text) as keyof typeof CELL
  const records: CsvRecord[] = []
  let [at, line] = [0, 1]
  let record: CsvRecord = { line, cells: [] }
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found
  }
  const end = () => {
    if (record.cells.some((cell) => cell !== '')) records.push(record)
  }
  while (at < text.length) {
    const inQuotes = text[at] === '"' ? take(QUOTED) : null
    const cell = inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : (take(CELL[separator])?.[0] ?? '')
    record.cells.push(unguarded(cell))
    const from = line
    if (inQuotes) line += inQuotes[0].split('\n').length - 1
    if (text[at] === separator) {
      at += 1
      if (at < text.length && !'\r\n'.includes(text[at] ?? '')) continue
      record.cells.push('')
    }
    if (at < text.length && !take(/\r?\n|\r/y)) return { ok: false, line: from }
    line += 1
    end()
    record = { line, cells: [] }
  }
  return { ok: true, records }
}
