import { byteSize } from '#components/ui/byte-size.ts'
import type { CheckId, CheckReport, Finding, Report } from '#lib/protocol/verify/report.ts'
import type { CheckedFile, FileProgress } from './check-file.ts'
import type { GivenFault } from './given-files.ts'

/** A sentence of the verifier begins small. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is looked at while each check runs, in the order in which they begin. */
const RUNNING: readonly [CheckId, string][] = [
  ['4', 'ballots and their signatures'],
  ['1', 'rules and round'],
  ['3', 'the list of works'],
  ['5', 'the log and its heads'],
  ['6', 'voting power'],
  ['7', 'the count'],
  ['7b', 'winners and their records'],
  ['8', 'tokens and pictures'],
]
/** Unpacking is the first step of the checks; reading comes before and has a measure of its own. */
const STEPS = RUNNING.length + 1

/** The stage in words, and how far it is, from 0 to 1. */
export function progressWords(progress: FileProgress): { text: string; share: number } {
  if (progress.kind === 'reading') {
    const { bytes, total } = progress
    return { text: 'Reading the file', share: total > 0 ? bytes / total : 1 }
  }
  if (progress.kind === 'unpacking') return { text: 'Unpacking, and hashing every file', share: 1 / STEPS }
  const at = RUNNING.findIndex(([id]) => id === progress.check)
  return { text: `Checking ${RUNNING[at]?.[1] ?? 'the record'}`, share: (at + 2) / STEPS }
}

/** The one sentence of a report. */
export const STATEMENT: Record<Report['colour'], string> = {
  green: 'All green: everything in this record holds.',
  attested: 'Nothing is wrong. Some of it is somebody’s word.',
  unknown: 'Nothing is wrong. Not everything could be checked.',
  red: 'This record is not what it says.',
}

/** Where, how long, from what. */
export function reportText({ name, bytes, milliseconds, receipts, node }: CheckedFile): string {
  const held = receipts.filter(({ fault }) => fault === null).length
  const withThem = held === 0 ? '' : held === 1 ? ', with one receipt' : `, with ${held} receipts`
  const sent =
    node === null ? 'Nothing was sent.' : `${node} was asked for the anchors; nothing else was sent.`
  return `${name}, ${byteSize(bytes)}${withThem}: checked on this device in ${(milliseconds / 1000).toFixed(2)} s. ${sent}`
}

/** Whether the file was refused as a whole: nothing in it could be called a record. */
export const isNoBundle = ({ checks }: Report): boolean => checks.length === 1

/** "log/000000.jsonl, line 4, ballot.signature" */
export function placeOf({ file, line, field }: Finding): string {
  const parts = [file, line === null ? null : `line ${line}`, field]
  return parts.filter((part) => part !== null).join(', ')
}

/** "Ballots: 12 ballots, 11 voters." */
export const summaryOf = ({ summary }: CheckReport): string => (summary ? `${capital(summary)}.` : '')
export const checkTitle = ({ title }: CheckReport): string => capital(title)

/** The report's sentences name options of the command line; a page has fields, or none. */
export function trustWords(sentence: string, hasFields: boolean): string {
  return sentence
    .replace(
      '; pass --rpc to compare the anchors',
      hasFields ? ': name a node above to compare the anchors' : '',
    )
    .replace(
      ': pass --collection if you know its address',
      hasFields ? ': write it above if you know it' : '',
    )
}

const FAILED: Record<string, { title: string; text: string }> = {
  'not-a-zip': {
    title: 'This is no bundle.',
    text: 'A round’s record is one archive, bundle.zip. This file is no archive of that kind.',
  },
  'file-unreadable': {
    title: 'The file could not be read.',
    text: 'It was moved, or it is a folder, or this browser may not open it. Choose it again.',
  },
  'file-too-large': {
    title: 'The file is too large for a browser.',
    text: 'The command line reads it: npm run verso -- verify bundle.zip.',
  },
  'recount-stopped': {
    title: 'This browser stopped the check.',
    text: 'Its memory may have ended. Try again with fewer pages open, or use the command line.',
  },
}

/** Why a check did not begin, or did not end. */
export const failedWords = (code: string): { title: string; text: string } =>
  FAILED[code] ?? { title: 'The check did not end.', text: 'Try again, or use the command line.' }

export const GIVEN_WORDS: Record<GivenFault, string> = {
  nothing: 'There was no file in what you dropped.',
  'two-bundles': 'One bundle at a time. Receipts, as .json files, may come with it.',
  'receipts-only': 'A receipt is looked for in a record: drop the bundle.zip of its round with it.',
}

/** The contract-wallet sentence of the report. */
export function contractWalletWords({ ballots, power, winnersChange }: Report['contractWallets']): string {
  if (ballots === 0) return 'No ballot rests on a recorded answer of a contract wallet.'
  const count = ballots === 1 ? 'One ballot' : `${ballots.toLocaleString('en')} ballots`
  const change = winnersChange ? 'Without them other works would win.' : 'Without them the same works win.'
  return `${count} of contract wallets, ${BigInt(power).toLocaleString('en')} votes, rest on recorded answers. ${change}`
}
