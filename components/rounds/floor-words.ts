import { formatMoment, formatRemaining } from '#components/ui/moment.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/floor-words.ts'
import { hungWords } from './arrivals.ts'
import { judging, stateWords } from './round-words.ts'

type Way = { label: string; href: string }

export type FloorWords = {
  hung: string
  when: string
  act: Way
  also?: Way
  /** The way on is the one that the page is for. */
  judged: boolean
}

const weekday = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })

const left = (until: number, now: number) => formatRemaining((until - now) * 1000, true)

const sentences = (...told: (string | null)[]) => told.filter((sentence) => sentence !== null).join(' ')

function openForVotes(round: RoundSummary, now: number): FloorWords {
  const remaining = left(round.closesAt, now)
  return {
    hung: text.hung(round.candidateCount),
    when: sentences(text.openUntil(weekday(round.closesAt)), remaining && text.left(remaining)),
    act: judging(round),
    also: { label: text.seeWall, href: `/rounds/${round.slug}` },
    judged: true,
  }
}

function filling(round: RoundSummary, now: number): FloorWords {
  const at = `/rounds/${round.slug}`
  const remaining = left(round.submissionsCloseAt, now)
  return {
    hung: hungWords({ hung: round.candidateCount, places: round.maxCandidates }),
    when: sentences(
      remaining ? text.takesBriefs(remaining) : text.briefsAreIn,
      text.opens(weekday(round.opensAt)),
    ),
    act: remaining ? { label: text.hangYourOwn, href: `${at}/submit` } : { label: text.seeWall, href: at },
    judged: false,
  }
}

/** What the floor says of a round: how much hangs, until when, and the way on. */
export function floorWords(round: RoundSummary, now: number): FloorWords {
  if (round.state === 'voting') return openForVotes(round, now)
  if (round.state === 'submissions') return filling(round, now)
  const awaited = round.state === 'counting'
  return {
    hung: text.hung(round.candidateCount),
    when: stateWords(round),
    act: { label: awaited ? text.followCount : text.seeResult, href: `/rounds/${round.slug}/result` },
    judged: false,
  }
}
