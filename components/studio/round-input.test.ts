import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '#lib/protocol/default-limits.ts'
import { METHOD_IDS } from '#lib/protocol/rules.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'
import { durations, limitOf, METHOD_FIELDS, roundInput } from './round-input.ts'

const good = {
  community: 'night-ferry',
  title: 'Two Inks',
  brief: 'Two inks, one sheet.',
  method: 'approval',
  places: '3',
  maxChoices: ' 4 ',
  maxCandidates: '120',
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
  it.each(METHOD_IDS)('asks by %s for the limits that it has, and hands over no other', (method) => {
    const { limits } = METHOD_FIELDS[method]
    const filled = Object.fromEntries(limits.map(({ name }) => [name, limitOf(method, name)]))
    const input = createRoundSchema.parse(
      roundInput({ ...good, credits: '7', maxScore: '9', ...filled, method }),
    )
    expect(input).toMatchObject(method === 'single' ? { maxCandidates: 500 } : DEFAULT_LIMITS[method])
    const asked = new Set<string>(limits.map(({ name }) => name))
    for (const name of ['credits', 'creditUnit', 'maxScore', 'minComparisons', 'minVoters'])
      expect([name, name in input]).toEqual([name, asked.has(name)])
  })
  it.each([
    ['maxScore', { method: 'score', maxScore: '11' }],
    ['credits', { method: 'quadratic', credits: '', creditUnit: '1' }],
    ['creditUnit', { method: 'quadratic', credits: '9', creditUnit: '0.5' }],
    ['method', { method: 'lots' }],
  ])('is refused at %s', (field, values) => {
    const parsed = createRoundSchema.safeParse(roundInput({ ...good, ...values }))
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field)
  })
  it('offers no short challenge outside a local chain', () => {
    expect(durations(false, true).every(({ value }) => Number(value) >= 86_400)).toBe(true)
    expect(durations(true, true).some(({ value }) => value === '300')).toBe(true)
  })
})
