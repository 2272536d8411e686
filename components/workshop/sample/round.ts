import { sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import type { RoundState, RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import { sampleAddress, sampleBytes } from './hashes.ts'

const HOUR = 3600

/** The clock of the workshop stands still: 3 December 2026, 12:00 UTC, in Unix seconds. */
export const NOW = Date.UTC(2026, 11, 3, 12) / 1000
export const NOW_ISO = new Date(NOW * 1000).toISOString()
export const isoAfter = (hours: number): string => new Date((NOW + hours * HOUR) * 1000).toISOString()

const EMPTY_CHAIN: RoundView['chain'] = {
  opened: null,
  anchored: null,
  postedCount: 0,
  voids: [],
  cancelled: null,
  frozen: null,
  closes: [],
  closedAt: null,
  finalAt: null,
  minted: [],
}

const COMMUNITY: RoundView['community'] = {
  slug: 'north-fold',
  name: 'North Fold',
  description: 'Prints of low land and high water.',
  chainId: 31_337,
  collection: sampleAddress(1),
  deployBlock: 12,
  roles: {
    owner: sampleAddress(2),
    director: sampleAddress(3),
    guardian: sampleAddress(4),
    operator: sampleAddress(5),
    treasury: sampleAddress(6),
  },
  strategies: [],
  licence: 'CC-BY-4.0',
  roundCount: 4,
}

const OPENED: RoundView['chain']['opened'] = {
  tx: sampleBytes(42),
  block: 58,
  time: NOW - 24 * HOUR,
  blockHash: sampleBytes(43),
  roundIndex: 4,
  director: COMMUNITY.roles.director,
  guardian: COMMUNITY.roles.guardian,
  operator: COMMUNITY.roles.operator,
}

/** Hours from now until briefs end, voting opens and voting closes, as a state has them. */
const HOURS: Record<RoundState, readonly [number, number, number]> = {
  draft: [72, 96, 216],
  submissions: [30, 54, 174],
  voting: [-48, -24, 53],
  counting: [-192, -168, -0.05],
  challenge: [-200, -180, -12],
  final: [-300, -280, -100],
  minted: [-300, -280, -100],
  cancelled: [-48, -24, 53],
}

/** A round in one of its states. */
export function sampleRound(state: RoundState, change: Partial<RoundView> = {}): RoundView {
  const [briefs, opens, closes] = HOURS[state].map((hours) => NOW + Math.round(hours * HOUR)) as [
    number,
    number,
    number,
  ]
  const times = { submissionsCloseAt: briefs, opensAt: opens, closesAt: closes }
  const isEarly = state === 'draft' || state === 'submissions'
  return {
    id: sampleBytes(40),
    rowId: '6f1c2f0e-2b4a-4c1e-9a3e-3a1d5b7c9e10',
    roundId: sampleBytes(40),
    slug: 'two-inks',
    title: 'Two Inks',
    brief: 'Low land and high water, in two inks and no more. What is left out counts.',
    state,
    stateReason: null,
    isFrozen: false,
    community: COMMUNITY,
    ...times,
    finalAt: null,
    places: 3,
    method: 'approval',
    candidateCount: isEarly ? 84 : 120,
    requestedCount: 120,
    maxCandidates: 120,
    ballotCount: isEarly ? 0 : 214,
    rules: { ...sampleRules(), ...times, submissionsOpenAt: briefs - 72 * HOUR, title: 'Two Inks' },
    now: NOW,
    candidateRoot: null,
    admissionEnded: !isEarly,
    volunteers: false,
    routing: { prefer: 'cheapest', privacy: 'strangers', outputs: 'any', without: [] },
    chain: { ...EMPTY_CHAIN, opened: isEarly ? null : OPENED },
    ...change,
  }
}

/** A round as a row, each with a slug of its own. */
export const sampleRow = (
  state: RoundState,
  title: string,
  change: Partial<RoundSummary> = {},
): RoundSummary => {
  const slug = title.toLowerCase().replaceAll(' ', '-')
  return { ...sampleRound(state), id: slug, slug, title, ...change }
}
