import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import * as words from '#messages/voting/drafts/draft-file.ts'
import { readCsv, writeCsv } from './csv.ts'
import { type DraftRow, type NamedWork, ROW_FIELDS, rowsOf, rowsOfDraft } from './draft-rows.ts'
import type { FileFault } from './file-fault.ts'
import { jsonBreakLine } from './json-break.ts'

/**
 * A draft as a file of JSON, version 1. `works` holds one object for each work that something was decided of, with
 * the fields of a row; fields that say nothing are left out.
 */
export type DraftDocument = {
  format: 'verso-draft'
  version: 1
  round: string
  title: string
  method: string
  savedAt: string
  works: (Pick<DraftRow, 'number'> & Partial<DraftRow>)[]
  note: string
  /** Answers to the first duels of this voter's queue: `l`ow, `h`igh, `t`ied, `s`kipped. */
  duels: { voter: string; answers: string } | null
}

type FileRound = { roundId: string; title: string; method: string }

const isSaid = ([, value]: [string, unknown]) => value !== null && value !== false && value !== ''

export function draftDocument(
  draft: BallotDraft,
  {
    round,
    works,
    voter,
    savedAt,
  }: { round: FileRound; works: readonly NamedWork[]; voter: string | null; savedAt: string },
): DraftDocument {
  return {
    format: 'verso-draft',
    version: 1,
    round: round.roundId,
    title: round.title,
    method: round.method,
    savedAt,
    works: rowsOfDraft(draft, works).map(({ number, ...row }) => ({
      number,
      ...Object.fromEntries(Object.entries(row).filter(isSaid)),
    })),
    note: draft.note,
    duels: voter !== null && draft.duels !== '' ? { voter, answers: draft.duels } : null,
  }
}

const cellOf = (value: DraftRow[keyof DraftRow]) =>
  value === null || value === false ? '' : value === true ? 'yes' : String(value)

/** The works of a draft as a table for a spreadsheet; note and duels have no place in it. */
export function draftTable(draft: BallotDraft, works: readonly NamedWork[]): string {
  const rows = rowsOfDraft(draft, works)
  return writeCsv([ROW_FIELDS, ...rows.map((row) => ROW_FIELDS.map((field) => cellOf(row[field])))])
}

/** What a file says; a note of null is none said. */
export type FileDraft = {
  rows: DraftRow[]
  note: string | null
  duels: { voter: string; answers: string } | null
}

export type ReadFile = { ok: true; file: FileDraft } | { ok: false; faults: FileFault[] }

const fault = (code: FileFault['code'], says: string, at = ''): ReadFile => ({
  ok: false,
  faults: [{ code, at, says }],
})

function readTable(text: string): ReadFile {
  const read = readCsv(text)
  if (!read.ok) return fault('draft-file-quote', words.strayQuote, words.line(read.line))
  const [head, ...records] = read.records
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  if (!names.includes('number'))
    return fault('draft-file-columns', words.noNumberColumn(ROW_FIELDS.join(', ')), words.line(1))
  const placed = records.map(({ line, cells }) => ({
    at: words.line(line),
    cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])),
  }))
  const { rows, faults } = rowsOf(placed)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, file: { rows, note: null, duels: null } }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function duelsOf(value: unknown): FileDraft['duels'] | string {
  if (value === null || value === undefined) return null
  if (!isRecord(value) || typeof value.voter !== 'string' || typeof value.answers !== 'string')
    return words.duelsUnnamed
  return /^[lhts]*$/.test(value.answers)
    ? { voter: value.voter.toLowerCase(), answers: value.answers }
    : words.noDuelAnswer
}

function readDocument(text: string, roundId: string): ReadFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fault('draft-file-json', words.stopsBeingJson, words.line(jsonBreakLine(text)))
  }
  if (!isRecord(value) || value.format !== 'verso-draft' || !Array.isArray(value.works))
    return fault('draft-file-format', words.notADraft)
  if (value.version !== 1) return fault('draft-file-format', words.otherVersion(String(value.version)))
  if (value.round !== roundId) {
    const { title } = value
    const says = typeof title === 'string' ? words.otherRoundCalled(title.slice(0, 80)) : words.otherRound
    return fault('draft-file-round', says)
  }
  const duels = duelsOf(value.duels)
  if (typeof duels === 'string') return fault('draft-file-row', duels, 'duels')
  const placed = value.works.map((cells, index) => ({
    at: words.workOfList(index + 1),
    cells: isRecord(cells) ? cells : {},
  }))
  const { rows, faults } = rowsOf(placed)
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, file: { rows, note: typeof value.note === 'string' ? value.note : null, duels } }
}

/** Reads a file in either form. All that is wrong is named, and then nothing of it is taken. */
export function readDraftFile(text: string, roundId: string): ReadFile {
  const start = text.replace(/^\uFEFF/, '')
  if (start.trim() === '') return fault('draft-file-empty', words.empty)
  return /^\s*[{[]/.test(start) ? readDocument(start, roundId) : readTable(text)
}
