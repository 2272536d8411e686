import { type Choices, SKIPPED } from '#lib/protocol/choices.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import { creditsOfVotes } from './filled-ballot.ts'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
const works = (number: number) => (number === 1 ? 'one work' : `${number.toLocaleString('en')} works`)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What choices say, in words beside the text that is signed. */
export function choicesMeaning(method: MethodId, { numbers, values }: Choices): string {
  if (numbers.length === 0) return 'you abstain'
  switch (method) {
    case 'weighted':
      return `${works(numbers.length)}, ${sum(values)} of 100 shared`
    case 'quadratic':
      return `${works(numbers.length)}, ${count(sum(values), 'vote', 'votes')} for ${count(creditsOfVotes(values), 'credit', 'credits')}`
    case 'score':
      return `${works(numbers.length)}, ${count(sum(values), 'point', 'points')} in all`
    case 'ranked':
      return numbers.length === 1 ? 'one work, in first place' : `${works(numbers.length)}, the best first`
    case 'pairwise': {
      const skipped = values.filter((value) => value === SKIPPED).length
      return `${count(values.length, 'duel', 'duels')}${skipped > 0 ? `, ${skipped} skipped` : ''}`
    }
    default:
      return works(numbers.length)
  }
}

/**
 * What is signed, as the red button says it: "4 works, 120 votes".
 * @param votes of the account, null while they are not known
 */
export function ballotSummary(method: MethodId, { numbers, values }: Choices, votes: string | null): string {
  const power = votes === null ? '' : `, ${BigInt(votes).toLocaleString('en')} votes`
  if (numbers.length === 0) return `abstain${power}`
  if (method === 'pairwise') return `${count(values.length, 'duel', 'duels')}${power}`
  const works = count(numbers.length, 'work', 'works')
  if (method !== 'quadratic') return `${works}${power}`
  return `${works}, ${count(creditsOfVotes(values), 'credit', 'credits')}`
}

/** "Two Inks, by approval": how a round is voted. */
export const METHOD_NAMES: Record<MethodId, string> = {
  single: 'single choice',
  approval: 'approval',
  weighted: 'weighted shares',
  quadratic: 'quadratic votes',
  score: 'points',
  ranked: 'ranking',
  pairwise: 'duels',
}

/** How each method treats what is on the ballot, at the right of its heading. */
export const METHOD_ASIDES: Record<MethodId, string> = {
  single: 'one of them gets all your votes',
  approval: 'each gets all your votes, in any order',
  weighted: 'they share your votes by hundredths',
  quadratic: 'a vote more costs more each time',
  score: 'points for each; what has none gets none',
  ranked: 'your votes stand behind the first and move on when it is out',
  pairwise: 'two at a time, from a queue of your own',
}
