import { expect, it } from 'vitest'
import { createDraftStore, NO_DRAFT } from './ballot/draft.ts'
import { createAnswersStore, NO_ANSWERS } from './ballot/duel-answers.ts'
import { createVoterStore, NO_VOTER } from './duel/known-voter.ts'
import { createPicksStore, NO_PICKS } from './picks.ts'
import { createSeenStore, NOTHING_SEEN } from './seen.ts'

const empty = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
const blocked = () => {
  throw new Error('storage is blocked')
}

it.each([
  ['picks', createPicksStore, NO_PICKS],
  ['looks', createSeenStore, NOTHING_SEEN],
  ['a draft', createDraftStore, NO_DRAFT],
  ['duels', createAnswersStore, NO_ANSWERS],
  ['a voter', createVoterStore, NO_VOTER],
])('reads %s that were never kept as the very object the server rendered', (_, create, nothing) => {
  expect(create('0x1', () => empty).read()).toBe(nothing)
  expect(create('0x1', blocked).read()).toEqual({ ...nothing, kept: 'page' })
})
