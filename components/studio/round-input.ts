import type { Option } from '#components/ui/field.tsx'

export type RoundFormValues = Partial<
  Record<
    | 'community'
    | 'title'
    | 'brief'
    | 'places'
    | 'maxChoices'
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

/** The form's texts as the input of the template. */
export function roundInput(values: RoundFormValues): Record<string, string | number> {
  return {
    community: values.community ?? '',
    title: values.title ?? '',
    brief: values.brief ?? '',
    places: figure(values.places),
    maxChoices: figure(values.maxChoices),
    submissionsSeconds: figure(values.submissionsSeconds),
    openingSeconds: figure(values.openingSeconds),
    votingSeconds: figure(values.votingSeconds),
    challengeSeconds: figure(values.challengeSeconds),
    licence: values.licence ?? '',
    royaltyBps: Math.round(figure(values.royaltyPercent) * 100),
    recipient: values.recipient ?? '',
  }
}
