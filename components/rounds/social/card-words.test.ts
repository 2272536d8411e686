import { expect, it } from 'vitest'
import type { RoundState } from '#lib/rounds/schema.ts'
import { cardWords } from './card-words.ts'

const round = (state: RoundState, now = 0) => ({
  state,
  now,
  submissionsCloseAt: 1_000,
  opensAt: 2_000,
  closesAt: 3_000,
  candidateCount: 120,
  admissionEnded: false,
})

it.each<[RoundState, RegExp]>([
  ['submissions', /^Briefs are taken until Thu 1 January, 00:16 UTC\.$/],
  ['voting', /^120 works\. Votes are taken until Thu 1 January, 00:50 UTC\.$/],
  ['counting', /being counted/],
  ['challenge', /^Chosen from 120 works/],
  ['minted', /^Chosen from 120 works/],
  ['cancelled', /cancelled/],
])('says of a round in %s what may be known', (state, words) => {
  expect(cardWords(round(state))).toMatch(words)
})

it('says when voting opens once no more briefs are taken', () => {
  expect(cardWords(round('submissions', 1_500))).toBe('120 works. Voting opens on Thu 1 January, 00:33 UTC.')
})
