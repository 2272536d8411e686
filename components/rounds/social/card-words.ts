import { formatMoment } from '#components/ui/moment.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/social/card-words.ts'

type Told = Pick<
  RoundView,
  'state' | 'submissionsCloseAt' | 'opensAt' | 'closesAt' | 'now' | 'candidateCount' | 'admissionEnded'
>

const at = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })

/** One sentence on a round for a card elsewhere. Of its votes it says nothing before the close, not even how many. */
export function cardWords(round: Told): string {
  const works = round.candidateCount
  switch (round.state) {
    case 'draft':
      return text.prepared
    case 'submissions':
      return round.admissionEnded || round.now >= round.submissionsCloseAt
        ? text.opens(works, at(round.opensAt))
        : text.takesBriefs(at(round.submissionsCloseAt))
    case 'voting':
      return text.takesVotes(works, at(round.closesAt))
    case 'counting':
      return text.counting(works)
    case 'cancelled':
      return text.cancelled
    default:
      return text.chosenFrom(works)
  }
}
