import type { Option } from '#components/ui/field.tsx'
import { DEFAULT_LIMITS } from '#lib/protocol/default-limits.ts'
import type { MethodId } from '#lib/protocol/rules.ts'

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
  label: 'Works in the round',
  hint: 'At most; then no more briefs are taken.',
} as const

const onBallot = (hint: string): LimitField => ({ name: 'maxChoices', label: 'Works on a ballot', hint })

/** What each method is for, in one sentence, and the limits that it asks for. */
export const METHOD_FIELDS: Record<MethodId, { label: string; use: string; limits: readonly LimitField[] }> =
  {
    approval: {
      label: 'Approval',
      use: 'Voters name every work they would hang: quick, and hard to get wrong. For most rounds.',
      limits: [onBallot('At most; each gets all the votes.'), MAX_CANDIDATES],
    },
    single: {
      label: 'Single choice',
      use: 'Voters name one work. For a final of a few works with one place.',
      limits: [MAX_CANDIDATES],
    },
    weighted: {
      label: 'Weighted',
      use: 'Voters share their votes out in hundredths. For when taste is divided, and how much counts.',
      limits: [onBallot('At most; 100 is the most there can be.'), MAX_CANDIDATES],
    },
    quadratic: {
      label: 'Quadratic',
      use: 'Voters buy votes with credits, and each more for the same work costs more. For many small holders beside few large ones.',
      limits: [
        onBallot('At most.'),
        MAX_CANDIDATES,
        { name: 'credits', label: 'Credits', hint: 'What a voter can spend at most.' },
        { name: 'creditUnit', label: 'Votes for a credit', hint: 'Of the voter’s power at the snapshot.' },
      ],
    },
    score: {
      label: 'Score',
      use: 'Voters give points. For when each work is to be judged by itself, as on the Light Table.',
      limits: [
        onBallot('At most; what has no points gets none.'),
        MAX_CANDIDATES,
        { name: 'maxScore', label: 'Most points', hint: 'From 2 to 10.' },
      ],
    },
    ranked: {
      label: 'Ranked',
      use: 'Voters put works in an order; votes move on when a work is out. For several places that many should stand behind.',
      limits: [
        onBallot('At most; one may rank fewer.'),
        { ...MAX_CANDIDATES, hint: 'At most 200: they are eliminated one by one.' },
      ],
    },
    pairwise: {
      label: 'Pairwise',
      use: 'Voters judge two works at a time, from a queue of their own. For large rounds, where nobody can see everything.',
      limits: [
        { name: 'maxChoices', label: 'Duels on a ballot', hint: 'At most; one may sign after any.' },
        MAX_CANDIDATES,
        { name: 'minComparisons', label: 'Duels for a place', hint: 'Before that a work is not ranked.' },
        { name: 'minVoters', label: 'Voters for a place', hint: 'So many must have judged it.' },
      ],
    },
  }

/** What stands in a limit's field until it is changed. */
export const limitOf = (method: MethodId, name: LimitName): string => {
  const limits: Partial<Record<LimitName, number | string>> = DEFAULT_LIMITS[method]
  return String(limits[name] ?? '')
}

export const isMethod = (text: string | undefined): text is MethodId =>
  text !== undefined && Object.hasOwn(METHOD_FIELDS, text)

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
  [HOUR, 'one hour'],
  [DAY, 'one day'],
  [3 * DAY, 'three days'],
  [5 * DAY, 'five days'],
  [7 * DAY, 'seven days'],
  [14 * DAY, 'fourteen days'],
]
const SHORT: readonly [number, string][] = [
  [5 * 60, 'five minutes'],
  [15 * 60, 'fifteen minutes'],
]

/** Lengths on offer; minutes only on a local chain, and a challenge of less than a day only there too. */
export function durations(local: boolean, challenge: boolean): Option[] {
  const stages = challenge && !local ? STAGES.filter(([seconds]) => seconds >= DAY) : STAGES
  return [...(local ? SHORT : []), ...stages].map(([seconds, label]) => ({ value: String(seconds), label }))
}

/** Text of a field as the number it spells; anything else stays NaN and is refused with the field's own words. */
const figure = (text: string | undefined) =>
  text?.trim() ? Number(text.trim().replace(',', '.')) : Number.NaN

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
