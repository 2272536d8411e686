import * as counts from '#messages/counts.ts'
import { ordinal } from '#messages/voting/ordinals.ts'

const figure = (value: number) => value.toLocaleString('en')

export const place = (at: number, most: number) => `Duel ${figure(at)} of ${figure(most)}.`
export const settled = (works: number, share: string) =>
  `Your ranking of ${figure(works)} works is ${share} settled.`
export const decided = (pairs: number, works: number, count: number) =>
  `Of the ${counts.pairs(pairs)} among the ${figure(works)} works that you judged, your answers decide ${figure(count)}.`
export const circled = (works: number) =>
  `${figure(works)} works stand in a circle of answers, which decides nothing between them.`
export const enough = (share: string) => `${share} is enough: you may stop here.`
export const everyWork = 'You have judged every work: you may stop here.'
export const allJudged = (most: number) => `All ${figure(most)} duels of a ballot are judged.`
export const allMet = 'Every two works have met.'
export const over = (winner: number, loser: number) => `#${winner} over #${loser}`
export const equal = (one: number, other: number) => `#${one} equals #${other}`
export const skipped = (one: number, other: number) => `#${one} and #${other} skipped`
export const range = (from: number, to: number) =>
  from === to ? ordinal(from) : `${ordinal(from)} to ${ordinal(to)}`
export const won = (count: number) => `won ${count}`
export const lost = (count: number) => `lost ${count}`
export const tied = (count: number) => `tied ${count}`
