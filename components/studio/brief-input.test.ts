import { describe, expect, it } from 'vitest'
import { promptHashOf } from '#lib/protocol/brief.ts'
import { openPrompt } from '#lib/protocol/brief-private.ts'
import { briefFields, KEEPS_PRIVATE } from './brief-input.ts'
import { briefOf } from './sign-brief.ts'

const good = { prompt: ' Three hills at dusk ', creatorName: 'Ines', count: '3', provider: 'procedural' }
const round = {
  roundId: `0x${'1'.repeat(64)}`,
  slug: 'two-inks',
  chainId: 31337,
  collection: `0x${'2'.repeat(40)}`,
  licence: 'CC-BY-4.0',
  now: 1_800_000_000,
} as const
const CHANCE = { nonce: `0x${'4'.repeat(64)}`, salt: `0x${'5'.repeat(64)}` } as const
const creator = `0x${'3'.repeat(40)}` as const

describe('the brief form', () => {
  it('signs the trimmed words, the round’s licence and an hour of time', () => {
    const read = briefFields(good)
    if (!read.ok) throw new Error('refused')
    const { brief, words } = briefOf(round, read.fields, creator, CHANCE)
    expect(words).toBeNull()
    expect(brief).toMatchObject({
      prompt: 'Three hills at dusk',
      licence: 'CC-BY-4.0',
      royaltyReceiver: creator,
      deadline: '1800003600',
      count: 3,
    })
  })
  it('signs the seal of words and style that are kept private, and sends both beside it', () => {
    const read = briefFields({ ...good, style: ' dense ', keeps: KEEPS_PRIVATE })
    if (!read.ok) throw new Error('refused')
    const { brief, words } = briefOf(round, read.fields, creator, CHANCE)
    expect(words).toEqual({ text: 'Three hills at dusk, dense', salt: CHANCE.salt })
    expect(openPrompt(brief, words)).toEqual(words)
    expect(brief.style).toBe('')
    expect(brief.promptHash).toBe(promptHashOf(brief.prompt))
    expect(JSON.stringify(brief)).not.toMatch(/hills|dense/)
  })
  it.each([
    ['prompt', '  '],
    ['creatorName', ''],
    ['count', '9'],
    ['count', 'two'],
    ['royaltyReceiver', '0x12'],
    ['provider', ''],
  ] as const)('names %s when it is %j', (name, value) => {
    const read = briefFields({ ...good, [name]: value })
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([name])
  })
})
