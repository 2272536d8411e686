import { type Choices, SKIPPED } from '#lib/protocol/choices.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import * as text from '#messages/voting/ballot/ballot-words.ts'
import { creditsOfVotes } from './filled-ballot.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What choices say, in words beside the text that is signed. */
export function choicesMeaning(method: MethodId, { numbers, values }: Choices): string {
  if (numbers.length === 0) return text.youAbstain
  switch (method) {
    case 'weighted':
      return text.shares(numbers.length, sum(values))
    case 'quadratic':
      return text.votesBought(numbers.length, sum(values), creditsOfVotes(values))
    case 'score':
      return text.pointsGiven(numbers.length, sum(values))
    case 'ranked':
      return text.ranked(numbers.length)
    case 'pairwise':
      return text.duelsJudged(values.length, values.filter((value) => value === SKIPPED).length)
    default:
      return text.works(numbers.length)
  }
}

/**
 * What is signed, as the red button says it: "4 works, 120 votes".
 * @param votes of the account, null while they are not known
 */
export function ballotSummary(method: MethodId, { numbers, values }: Choices, votes: string | null): string {
  const power = votes === null ? '' : `, ${text.votesOf(BigInt(votes))}`
  if (numbers.length === 0) return `${text.abstain}${power}`
  if (method === 'pairwise') return `${text.summaryOfDuels(values.length)}${power}`
  if (method !== 'quadratic') return `${text.summaryOfWorks(numbers.length)}${power}`
  return text.summaryOfCredits(numbers.length, creditsOfVotes(values))
}

/** "Two Inks, by approval": how a round is voted. */
export const METHOD_NAMES: Record<MethodId, string> = text.methodNames

/** How each method treats what is on the ballot, at the right of its heading. */
export const METHOD_ASIDES: Record<MethodId, string> = text.methodAsides
