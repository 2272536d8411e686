import { byteSize } from '#components/ui/byte-size.ts'
import type { CheckId, CheckReport, Finding, Report } from '#lib/protocol/verify/report.ts'
import * as words from '#messages/provenance/file-words.ts'
import type { CheckedFile, FileProgress } from './check-file.ts'

/** A sentence of the verifier begins small. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The checks that take their time, in the order in which they begin. */
const RUNNING: readonly CheckId[] = ['4', '1', '2', '3', '5', '6', '7', '7b', '8', '9']
const CHECKING: Partial<Record<CheckId, string>> = words.checking
/** Unpacking is the first step of the checks; reading comes before and has a measure of its own. */
const STEPS = RUNNING.length + 1

/** The stage in words, and how far it is, from 0 to 1. */
export function progressWords(progress: FileProgress): { text: string; share: number } {
  if (progress.kind === 'reading') {
    const { bytes, total } = progress
    return { text: words.reading, share: total > 0 ? bytes / total : 1 }
  }
  if (progress.kind === 'unpacking') return { text: words.unpacking, share: 1 / STEPS }
  const { check } = progress
  return { text: CHECKING[check] ?? words.checkingRecord, share: (RUNNING.indexOf(check) + 2) / STEPS }
}

/** Where, how long, from what. */
export function reportText({ name, bytes, milliseconds, receipts, node }: CheckedFile): string {
  const held = receipts.filter(({ fault }) => fault === null).length
  const checked = words.checkedHere({ name, size: byteSize(bytes), receipts: held, milliseconds })
  return `${checked} ${node === null ? words.nothingSent : words.asked(node)}`
}

/** Whether the file was refused as a whole: nothing in it could be called a record. */
export const isNoBundle = ({ checks }: Report): boolean => checks.length === 1

/** "log/000000.jsonl, line 4, ballot.signature" */
export function placeOf({ file, line, field }: Finding): string {
  const parts = [file, line === null ? null : words.line(line), field]
  return parts.filter((part) => part !== null).join(', ')
}

/** "Ballots: 12 ballots, 11 voters." */
export const summaryOf = ({ summary }: CheckReport): string => (summary ? `${capital(summary)}.` : '')
export const checkTitle = ({ id }: CheckReport): string => words.checkTitles[id]

const FAILED: Record<string, { title: string; text: string }> = words.failed

/** Why a check did not begin, or did not end. */
export const failedWords = (code: string): { title: string; text: string } => FAILED[code] ?? words.unended

/** The contract-wallet sentence of the report. */
export function contractWalletWords({ ballots, power, winnersChange }: Report['contractWallets']): string {
  if (ballots === 0) return words.noContractWallets
  const counted = words.contractWallets(ballots, BigInt(power))
  return `${counted} ${winnersChange ? words.othersWin : words.sameWin}`
}
