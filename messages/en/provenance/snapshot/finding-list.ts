import type { VoteCode } from '#lib/interop/snapshot/finding-words.ts'
import * as counts from '#messages/counts.ts'

export const row = (at: number) => `Row ${at.toLocaleString('en')}`
export const noVoter = 'no voter'
export const nothing = 'nothing'
export const votes = (count: number, finding: string) => `${counts.votes(count)}: ${finding}.`
type Effect = keyof typeof EFFECTS
const EFFECTS = { counted: 'counted', astray: 'counted for something else', 'left-out': 'left out' }
export const effect = (power: string, compatible: Effect, exact: Effect) =>
  `Power ${power}. Snapshot: ${EFFECTS[compatible]}. Exact: ${EFFECTS[exact]}.`
export const rows = (count: number) => (count === 1 ? 'The row' : 'The rows')
export const rowsOf = (finding: string) => ` of: ${finding}`
export const more = (count: number) =>
  `And ${count.toLocaleString('en')} more: the command line lists them with --json.`

/** What is said of such votes: the recount says it in English. */
export const finding = (_code: VoteCode, said: { title: string; text: string }) => said
