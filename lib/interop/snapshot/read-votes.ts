import { losesDigits, unitsOf } from './decimal.ts'
import type { Effect, VoteCode } from './finding-words.ts'
import { type CountedType, type FloatRow, floatRow } from './float-tally.ts'
import { JsonNumber, plainOf, shownAs, spelledText } from './json-source.ts'
import { type ReadChoice, readChoice } from './read-choice.ts'
import { type Proposal, parseVote, type Vote } from './schema.ts'

/** A row of the list, with everything that is wrong with it and what each count does with it. */
export type ReadVote = {
  /** Place in the list, from 1. */
  at: number
  id: string | null
  voter: string | null
  created: number | null
  choiceShown: string
  powerShown: string
  /** Power in units of 10⁻¹⁸; 0 where it cannot be read. */
  units: bigint
  /** Power as a double; null where it cannot be read, or another row stands for this one. */
  vp: number | null
  codes: readonly VoteCode[]
  compatible: Effect
  exact: Effect
  /** What Snapshot's count adds; null where it leaves the row out. */
  floats: FloatRow | null
  /** What the exact count adds, power in units of 10⁻¹⁸; null where it has nothing to add. */
  ballot: { choice: ReadChoice; power: bigint } | null
}

const VOTER = /^0x[0-9a-f]{1,64}$/
/** What the exact count leaves out of what Snapshot may count. */
const REFUSED = new Set<VoteCode>(['voter-unreadable', 'created-outside', 'power-negative'])
/** Choices that Snapshot takes for valid and then finds nobody behind. */
const ASTRAY = new Set<VoteCode>(['choice-empty', 'choice-not-a-number', 'key-spelling'])
const GONE = new Set<VoteCode>(['vote-repeated', 'voter-repeated'])

type Power = { codes: VoteCode[]; vp: number | null; units: bigint }

function readPower(value: unknown): Power {
  const none = (code: VoteCode) => ({ codes: [code], vp: null, units: 0n })
  if (value === undefined || value === null) return none('power-missing')
  if (!(value instanceof JsonNumber)) return none('power-not-a-number')
  const read = unitsOf(value.source)
  if (!read) return none('power-too-large')
  const codes: VoteCode[] = []
  if (read.units < 0n) codes.push('power-negative')
  if (read.units === 0n && !read.isFiner) codes.push('power-zero')
  if (read.isFiner) codes.push('power-finer-than-unit')
  if (losesDigits(value.source)) codes.push('power-digits-lost')
  return { codes, vp: Number(value.source), units: read.units }
}

function circumstances({ voter, created, vp_state }: Vote, { start, end }: Proposal): VoteCode[] {
  const codes: VoteCode[] = []
  if (voter === null || !VOTER.test(voter.toLowerCase())) codes.push('voter-unreadable')
  if (created === null) codes.push('created-unreadable')
  else if ((start !== null && created < start) || (end !== null && created > end))
    codes.push('created-outside')
  if (vp_state === 'pending') codes.push('power-pending')
  return codes
}

const NOT_A_VOTE = {
  id: null,
  voter: null,
  created: null,
  powerShown: '',
  units: 0n,
  vp: null,
  codes: ['row-not-a-vote'],
  compatible: 'left-out',
  exact: 'left-out',
  floats: null,
  ballot: null,
} as const

function readVote(value: unknown, vote: Vote | null, at: number, place: Place): ReadVote {
  if (!vote) return { ...NOT_A_VOTE, at, choiceShown: shownAs(value) }
  const { type, proposal, gone } = place
  const choices = proposal.choices.length
  const power = readPower(vote.vp)
  const read = readChoice(type, vote.choice, choices)
  const fault = 'code' in read ? read.code : null
  const isPartial = type === 'ranked-choice' && 'isPartial' in read && read.isPartial
  const codes: VoteCode[] = [
    ...(gone.get(at) ?? []),
    ...circumstances(vote, proposal),
    ...power.codes,
    ...(fault ? [fault] : []),
    ...(isPartial ? (['ranking-partial'] as const) : []),
  ]
  const isGone = codes.some((code) => GONE.has(code))
  const vp = isGone ? null : power.vp
  const floats = vp === null ? null : floatRow(type, { choice: plainOf(vote.choice), vp }, choices)
  const isAstray = fault !== null && ASTRAY.has(fault) && type !== 'ranked-choice'
  const isCounted = vp !== null && !fault && !codes.some((code) => REFUSED.has(code))
  const hasBallot = isCounted && 'choice' in read && power.units > 0n
  return {
    at,
    id: vote.id,
    voter: vote.voter,
    created: vote.created,
    choiceShown: shownAs(vote.choice),
    powerShown: shownAs(vote.vp, 40),
    units: power.units,
    vp,
    codes,
    compatible: floats ? (isAstray ? 'astray' : 'counted') : 'left-out',
    exact: isCounted ? 'counted' : 'left-out',
    floats,
    ballot: hasBallot ? { choice: read.choice, power: power.units } : null,
  }
}

type Place = { type: CountedType; proposal: Proposal; gone: ReadonlyMap<number, VoteCode[]> }

type Row = { at: number; vote: Vote }

const contentOf = ({ id, choice, vp }: Vote) => `${id ?? ''} ${spelledText([choice ?? null, vp ?? null])}`

/**
 * Of two votes, the one that stands: the later one, in one second the one with the greater id (Snapshot's table); and
 * by what they say where that tells nothing, so that their order in the list never does.
 */
function replaces(a: Vote, b: Vote): boolean {
  const [at, bt] = [a.created ?? -1, b.created ?? -1]
  return at === bt ? contentOf(a) > contentOf(b) : at > bt
}

/** One row for each key; the others are noted as gone. Rows without a key stay. */
function keepOne(
  rows: readonly Row[],
  keyOf: (vote: Vote) => string | null,
  gone: (at: number) => void,
): Row[] {
  const standing = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row.vote) ?? `row ${row.at}`
    const before = standing.get(key)
    if (before && !replaces(row.vote, before.vote)) {
      gone(row.at)
      continue
    }
    if (before) gone(before.at)
    standing.set(key, row)
  }
  return [...standing.values()]
}

/** Rows that another row of the list stands for: the same vote again, or a later one of the same voter. */
function replacedRows(votes: readonly (Vote | null)[]): Map<number, VoteCode[]> {
  const gone = new Map<number, VoteCode[]>()
  const rows = votes.flatMap((vote, index) => (vote ? [{ at: index + 1, vote }] : []))
  const once = keepOne(
    rows,
    ({ id }) => id,
    (at) => gone.set(at, ['vote-repeated']),
  )
  const voterOf = ({ voter }: Vote) => {
    const account = voter?.toLowerCase() ?? ''
    return VOTER.test(account) ? account : null
  }
  keepOne(once, voterOf, (at) => gone.set(at, ['voter-repeated']))
  return gone
}

/** Judges each row of the list by itself, and against the others. */
export function readVotes(type: CountedType, proposal: Proposal, votes: readonly unknown[]): ReadVote[] {
  const parsed = votes.map(parseVote)
  const place = { type, proposal, gone: replacedRows(parsed) }
  return votes.map((value, index) => readVote(value, parsed[index] ?? null, index + 1, place))
}
