import { expect, it } from 'vitest'
import { readBrief } from '#lib/generation/artist/words.ts'
import type { RoundState } from '#lib/rounds/schema.ts'
import { freshRoundFor, freshStory } from './fresh-rounds.ts'

const round = (title: string, state: RoundState) => ({ title, state })
const titles = (count: number) => Array.from({ length: count }, (_, n) => freshStory(n).round.title)

it('opens none while one is open for votes', () => {
  expect(freshRoundFor([round('Two Inks', 'voting')])).toBeNull()
  expect(freshRoundFor([round('Two Inks', 'minted'), round(titles(1)[0] ?? '', 'voting')])).toBeNull()
})

it('opens one though another takes briefs: nobody could vote', () => {
  expect(freshRoundFor([round('Two Inks', 'challenge'), round('Weather Report', 'submissions')])).toBe(0)
})

it('opens the next of the list each time', () => {
  const past = titles(6).map((title) => round(title, 'minted'))
  expect([0, 1, 4, 6].map((count) => freshRoundFor(past.slice(0, count)))).toEqual([0, 1, 4, 6])
})

it('goes on with one that was left in its submissions, and not with one that was cancelled', () => {
  const [first = '', second = ''] = titles(2)
  expect(freshRoundFor([round(first, 'minted'), round(second, 'submissions')])).toBe(1)
  expect(freshRoundFor([round(first, 'cancelled')])).toBe(1)
})

it('gives every round words and an address of its own', () => {
  const stories = Array.from({ length: 9 }, (_, n) => freshStory(n))
  expect(new Set(stories.map((story) => story.round.slug)).size).toBe(9)
  expect(new Set(stories.map((story) => story.round.title)).size).toBe(9)
  expect(stories[4]?.round).toMatchObject({ slug: 'small-hours-2', title: 'Small Hours 2' })
  for (const { works } of stories)
    for (const { prompt } of works) expect(readBrief(prompt, 1).moved, prompt).not.toEqual([])
})
