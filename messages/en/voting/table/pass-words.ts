import { figure } from '#messages/voting/figure.ts'

/** A step as the strip names it. */
export const passLabels = { reject: '1 Reject', pick: '2 Pick', rank: '3 Rank', all: 'All' }
export const order = 'Put your picks in order, the best first: this is the order on your ballot.'
export const givePoints = 'Give your picks their points for the ballot.'
export const rate = 'Rate your picks from 1 to 5, for your own order. A rating never stands on a ballot.'
export const reject = 'Pass what is not for you, and go on past the rest: it is kept.'
export const pick = 'Of what you kept, pick what belongs on your ballot.'
export const all = 'Every work, in the order of the wall.'

const gone = (count: number) =>
  count === 1 ? 'The one work is gone through' : `All ${figure(count)} gone through`
export const goneThrough = (count: number) => `${gone(count)}.`
export const withPoints = (count: number, given: number) => `${gone(count)}: ${figure(given)} with points.`
export const kept = (count: number, left: number) => `${gone(count)}: ${figure(left)} kept.`
export const judged = (count: number, picked: number, passed: number) =>
  `${gone(count)}: ${figure(picked)} picked, ${figure(passed)} passed.`
export const inOrder = (count: number) =>
  count === 1 ? 'One work stands on your ballot.' : `All ${figure(count)} stand in your order.`

export const lastLeft = 'The one work left'
export const nextWorks = (count: number) => `The next ${figure(count)}`
/** Where a finished pass leads. */
export const onward = {
  reject: 'Go on to reject',
  pick: 'Go on to pick',
  rank: 'Go on to rank',
  all: 'See all works again',
  ballot: 'Review ballot',
}
