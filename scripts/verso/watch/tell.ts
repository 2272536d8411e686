import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Step } from '#lib/protocol/verify/fraud-evidence.ts'
import { clockTime } from './standing.ts'
import type { LogFacts } from './watched-round.ts'

/** One thing that the watcher says. */
export type Told = {
  level: 'ok' | 'note' | 'withheld' | 'down' | 'fraud'
  code: string
  says: string
  round: { id: Bytes32; title: string } | null
  steps?: readonly Step[]
  evidence?: string | null
  later?: string | null
  log?: LogFacts
}

export type Tell = (told: Told) => void

const MOST_LETTERS = 400
const MARKS = { ok: '', note: '', withheld: 'WITHHELD: ', down: 'NO ANSWER: ', fraud: 'FRAUD: ' } as const
const PAINT = { ok: '', note: '', withheld: '\u001b[33m', down: '\u001b[33m', fraud: '\u001b[1;31m' } as const

/** Text from elsewhere as one line of a terminal: nothing in it can move the cursor, colour, or reverse what is read. */
export function plainText(text: string, most = MOST_LETTERS): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
  const letters = [...plain]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : plain
}

function stepLines({ name, to, data, until }: Step): string[] {
  const end = until === null ? '' : `, until ${new Date(until * 1000).toISOString().slice(0, 19)}Z`
  return [`anyone can send ${name}${end}: to ${to}, value 0, data`, data]
}

/** What is said, for a person: one line, and for what can be acted on some more, indented. */
export function toldText(told: Told, nowSeconds: number, colours: boolean): string {
  const title = told.round ? `${plainText(told.round.title, 80)}: ` : ''
  const line = `${clockTime(nowSeconds)} ${title}${MARKS[told.level]}${plainText(told.says)}`
  const paint = PAINT[told.level]
  const more = [
    ...(told.level === 'fraud' && told.round ? [`round ${told.round.id}`] : []),
    ...(told.evidence ? [`evidence in ${told.evidence}`] : []),
    ...(told.steps ?? []).flatMap(stepLines),
    ...(told.later ? [told.later] : []),
  ]
  const first = colours && paint ? `${paint}${line}\u001b[0m` : line
  return [first, ...more.map((text) => `         ${text}`)].join('\n')
}

/** The same for a program: one JSON object a line. */
export function toldJson(told: Told, nowSeconds: number): string {
  const { level, code, says, round, steps = [], evidence = null, later = null } = told
  const title = round ? plainText(round.title, 80) : null
  const at = new Date(nowSeconds * 1000).toISOString()
  const line = { at, level, code, says: plainText(says), round: round?.id ?? null, title, evidence, later }
  return JSON.stringify({ ...line, ...(told.log && { log: told.log }), calls: steps })
}
