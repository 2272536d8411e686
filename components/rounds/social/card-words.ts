import { plural } from '#components/rounds/round-words.ts'
import { formatMoment } from '#components/ui/moment.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

type Told = Pick<
  RoundView,
  'state' | 'submissionsCloseAt' | 'opensAt' | 'closesAt' | 'now' | 'candidateCount' | 'admissionEnded'
>

const at = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })

/** One sentence on a round for a card elsewhere. Of its votes it says nothing before the close, not even how many. */
export function cardWords(round: Told): string {
  const works = plural(round.candidateCount, 'work')
  switch (round.state) {
    case 'draft':
      return 'Being prepared.'
    case 'submissions':
      return round.admissionEnded || round.now >= round.submissionsCloseAt
        ? `${works}. Voting opens on ${at(round.opensAt)}.`
        : `Briefs are taken until ${at(round.submissionsCloseAt)}.`
    case 'voting':
      return `${works}. Votes are taken until ${at(round.closesAt)}.`
    case 'counting':
      return `${works}. The votes are in and being counted.`
    case 'cancelled':
      return 'This round was cancelled.'
    default:
      return `Chosen from ${works}. Anyone can recount it.`
  }
}
