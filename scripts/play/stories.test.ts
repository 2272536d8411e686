import { expect, it } from 'vitest'
import { readBrief } from '#lib/generation/artist/words.ts'
import { MOST_PICTURES } from '#lib/generation/schema.ts'
import { picturesIn } from './asked-works.ts'
import { holdingsOf, nightFerryPeople } from './night-ferry.ts'
import { FULL, SMALL, type Story } from './stories.ts'

const everyStory = [FULL, SMALL].flatMap(({ minted, voting, filling }): Story[] => [minted, voting, filling])

it('asks for 24 works, 120 and 84 of 120', () => {
  const { minted, voting, filling } = FULL
  expect([minted, voting, filling].map(({ works }) => picturesIn(works))).toEqual([24, 120, 84])
  expect(filling.round.maxCandidates).toBe(120)
  expect(voting.works).toHaveLength(24)
})

it('asks for what the default artist can draw, in words that steer it', () => {
  for (const { works } of everyStory)
    for (const { prompt, count } of works) {
      const families = [1, 2, 3, 4].map((seed) => readBrief(prompt, seed).family)
      expect(new Set(families).size, prompt).toBe(1)
      expect(readBrief(prompt, 1).moved.length, prompt).toBeGreaterThan(1)
      expect(count, prompt).toBeLessThanOrEqual(MOST_PICTURES)
    }
})

it('hangs at least four families in each round', () => {
  for (const { works, round } of Object.values(FULL)) {
    const families = new Set(works.map(({ prompt }) => readBrief(prompt, 1).family))
    expect(families.size, round.title).toBeGreaterThan(3)
  }
})

it('has the decided round over before now, and the one that fills outlast the one that is open', () => {
  const { minted, voting, filling } = FULL
  const ends = ({ round, hoursAgo }: Story) => ({
    submissions: (round.submissionsSeconds ?? 0) / 3600 - hoursAgo,
    opens: ((round.submissionsSeconds ?? 0) + (round.openingSeconds ?? 0)) / 3600 - hoursAgo,
    closes:
      ((round.submissionsSeconds ?? 0) + (round.openingSeconds ?? 0) + (round.votingSeconds ?? 0)) / 3600 -
      hoursAgo,
  })
  const decided = ends(minted).closes + (minted.round.challengeSeconds ?? 0) / 3600
  expect(decided).toBeLessThan(ends(voting).submissions)
  expect(ends(voting).opens).toBeLessThan(-filling.hoursAgo)
  const over = ends(voting).closes + (voting.round.challengeSeconds ?? 0) / 3600
  expect(over).toBeLessThan(ends(filling).submissions)
})

it('leaves somebody with 120 votes who has not signed', () => {
  const people = nightFerryPeople({
    site: { origin: 'http://localhost', chain: { id: 31_337 } as never, rpcUrl: 'http://localhost' },
  })
  expect(people.signed).toHaveLength(31)
  expect(people.undecided.length).toBeGreaterThanOrEqual(8)
  const free = holdingsOf(people).find(({ holder }) => holder === people.undecided[0])
  expect((free?.votes ?? 0) + 10 * (free?.editions ?? 0)).toBe(120)
})
