import { describe, expect, it } from 'vitest'
import { createRoundSchema } from '#lib/rounds/schema.ts'
import { durations, roundInput } from './round-input.ts'

const good = {
  community: 'night-ferry',
  title: 'Two Inks',
  brief: 'Two inks, one sheet.',
  places: '3',
  maxChoices: ' 4 ',
  submissionsSeconds: '3600',
  openingSeconds: '3600',
  votingSeconds: '86400',
  challengeSeconds: '86400',
  licence: 'CC-BY-4.0',
  royaltyPercent: '2,5',
  recipient: 'creator',
}

describe('the round form', () => {
  it('becomes the input of the template', () => {
    expect(createRoundSchema.parse(roundInput(good))).toMatchObject({
      places: 3,
      maxChoices: 4,
      royaltyBps: 250,
    })
  })
  it.each([
    ['places', 'three'],
    ['places', ''],
    ['maxChoices', '1.5'],
    ['royaltyPercent', '50'],
    ['title', '   '],
  ] as const)('is refused with the field named when %s is %j', (name, value) => {
    const parsed = createRoundSchema.safeParse(roundInput({ ...good, [name]: value }))
    const field = name === 'royaltyPercent' ? 'royaltyBps' : name
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field)
  })
  it('offers no short challenge outside a local chain', () => {
    expect(durations(false, true).every(({ value }) => Number(value) >= 86_400)).toBe(true)
    expect(durations(true, true).some(({ value }) => value === '300')).toBe(true)
  })
})
