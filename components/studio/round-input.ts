import type { Option } from '#components/ui/field.tsx'
import { DEFAULT_LIMITS } from '#lib/protocol/default-limits.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import * as text from '#messages/studio/round-input.ts'

/** Limits that the form asks for; each method has some of them. */
export type LimitName =
  | 'maxChoices'
  | 'maxCandidates'
  | 'credits'
  | 'creditUnit'
  | 'maxScore'
  | 'minComparisons'
  | 'minVoters'

type LimitField = { name: LimitName; label: string; hint: string }

const MAX_CANDIDATES = {
  name: 'maxCandidates',
  label: text.worksInRound,
  hint: text.worksInRoundHint,
} as const

const onBallot = (hint: string): LimitField => ({ name: 'maxChoices', label: text.worksOnBallot, hint })

const named = ({ label, use }: { label: string; use: string }) => ({ label, use })

/** What each method is for, in one sentence, and the limits that it asks for. */
export const METHOD_FIELDS: Record<MethodId, { label: string; use: string; limits: readonly LimitField[] }> =
  {
    approval: { ...named(text.approval), limits: [onBallot(text.approval.onBallot), MAX_CANDIDATES] },
    single: { ...named(text.single), limits: [MAX_CANDIDATES] },
    weighted: { ...named(text.weighted), limits: [onBallot(text.weighted.onBallot), MAX_CANDIDATES] },
    quadratic: {
      ...named(text.quadratic),
      limits: [
        onBallot(text.quadratic.onBallot),
        MAX_CANDIDATES,
        { name: 'credits', label: text.quadratic.credits, hint: text.quadratic.creditsHint },
        { name: 'creditUnit', label: text.quadratic.creditUnit, hint: text.quadratic.creditUnitHint },
      ],
    },
    score: {
      ...named(text.score),
      limits: [
        onBallot(text.score.onBallot),
        MAX_CANDIDATES,
        { name: 'maxScore', label: text.score.maxScore, hint: text.score.maxScoreHint },
      ],
    },
    ranked: {
      ...named(text.ranked),
      limits: [onBallot(text.ranked.onBallot), { ...MAX_CANDIDATES, hint: text.worksInRankedRound }],
    },
    pairwise: {
      ...named(text.pairwise),
      limits: [
        { name: 'maxChoices', label: text.pairwise.duels, hint: text.pairwise.duelsHint },
        MAX_CANDIDATES,
        {
          name: 'minComparisons',
          label: text.pairwise.minComparisons,
          hint: text.pairwise.minComparisonsHint,
        },
        { name: 'minVoters', label: text.pairwise.minVoters, hint: text.pairwise.minVotersHint },
      ],
    },
  }

/** What stands in a limit's field until it is changed. */
export const limitOf = (method: MethodId, name: LimitName): string => {
  const limits: Partial<Record<LimitName, number | string>> = DEFAULT_LIMITS[method]
  return String(limits[name] ?? '')
}

export const isMethod = (value: string | undefined): value is MethodId =>
  value !== undefined && Object.hasOwn(METHOD_FIELDS, value)

export type RoundFormValues = Partial<
  Record<
    | 'community'
    | 'title'
    | 'brief'
    | 'places'
    | 'method'
    | LimitName
    | 'submissionsSeconds'
    | 'openingSeconds'
    | 'votingSeconds'
    | 'challengeSeconds'
    | 'licence'
    | 'royaltyPercent'
    | 'recipient',
    string
  >
>

const HOUR = 3600
const DAY = 24 * HOUR
const STAGES: readonly [number, string][] = [
  [HOUR, text.lengths.oneHour],
  [DAY, text.lengths.oneDay],
  [3 * DAY, text.lengths.threeDays],
  [5 * DAY, text.lengths.fiveDays],
  [7 * DAY, text.lengths.sevenDays],
  [14 * DAY, text.lengths.fourteenDays],
]
const SHORT: readonly [number, string][] = [
  [5 * 60, text.lengths.fiveMinutes],
  [15 * 60, text.lengths.fifteenMinutes],
]

/** Lengths on offer; minutes only on a local chain, and a challenge of less than a day only there too. */
export function durations(local: boolean, challenge: boolean): Option[] {
  const stages = challenge && !local ? STAGES.filter(([seconds]) => seconds >= DAY) : STAGES
  return [...(local ? SHORT : []), ...stages].map(([seconds, label]) => ({ value: String(seconds), label }))
}

/** Text of a field as the number it spells; anything else stays NaN and is refused with the field's own words. */
const figure = (value: string | undefined) =>
  value?.trim() ? Number(value.trim().replace(',', '.')) : Number.NaN

/** Only what the method asks for: the template refuses the rest by its name. */
function limitsOf(values: RoundFormValues): Record<string, string | number> {
  if (!isMethod(values.method)) return {}
  const names = METHOD_FIELDS[values.method].limits.map(({ name }) => name)
  return Object.fromEntries(
    names.map((name) => [name, name === 'creditUnit' ? (values[name]?.trim() ?? '') : figure(values[name])]),
  )
}

/** The form's texts as the input of the template. */
export function roundInput(values: RoundFormValues): Record<string, string | number> {
  return {
    method: values.method ?? '',
    ...limitsOf(values),
    community: values.community ?? '',
    title: values.title ?? '',
    brief: values.brief ?? '',
    places: figure(values.places),
    submissionsSeconds: figure(values.submissionsSeconds),
    openingSeconds: figure(values.openingSeconds),
    votingSeconds: figure(values.votingSeconds),
    challengeSeconds: figure(values.challengeSeconds),
    licence: values.licence ?? '',
    royaltyBps: Math.round(figure(values.royaltyPercent) * 100),
    recipient: values.recipient ?? '',
  }
}
