import { formatMoment } from '#components/ui/moment.ts'
import type { TimelineState } from '#components/ui/timeline.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/round-timeline.ts'

/** How far a round has come, in the order of its states; `submissions` counts twice, since admission ends in it. */
function reached(round: RoundView): number {
  switch (round.state) {
    case 'draft':
      return 0
    case 'submissions':
      return round.admissionEnded ? 2 : 1
    case 'voting':
      return 3
    case 'counting':
      return 4
    case 'challenge':
      return 5
    case 'final':
      return 6
    case 'minted':
      return 7
    case 'cancelled':
      return -1
  }
}

const when = (seconds: number | null) =>
  seconds === null ? text.afterClose : formatMoment(seconds * 1000, { short: true })

/** What was, what is next, what will come. */
export function roundTimeline(round: RoundView): TimelineState[] {
  const { rules } = round
  const at = reached(round)
  const steps: [string, string][] = [
    [text.drafted, text.here],
    [text.briefs, text.from(when(rules.submissionsOpenAt))],
    [text.worksFixed, when(rules.submissionsCloseAt)],
    [text.voting, when(rules.opensAt)],
    [text.closed, when(rules.closesAt)],
    [text.counted, when(rules.closesAt + rules.sealGrace)],
    [text.decided, when(round.chain.finalAt)],
    [text.minted, text.byAnyone],
  ]
  return steps.map(([label, moment], index) => ({
    label,
    when: moment,
    state: index <= at ? 'done' : index === at + 1 && at >= 0 ? 'next' : 'to come',
  }))
}
