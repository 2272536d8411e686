import { describe, expect, it } from 'vitest'
import { declaredWorkOf, workEntries } from '#lib/protocol/brief-work.ts'
import { briefOf } from './sign-brief.ts'
import { workFields } from './work-input.ts'

const good = { prompt: ' A shore at low tide ', creatorName: 'Ines' }
const contentHash = `sha256:${'5e'.repeat(32)}` as const
const creator = `0x${'3'.repeat(40)}` as const
const round = {
  roundId: `0x${'1'.repeat(64)}`,
  slug: 'two-inks',
  chainId: 31337,
  collection: `0x${'2'.repeat(40)}`,
  licence: 'CC-BY-4.0',
  now: 1_800_000_000,
} as const

const CHANCE = { nonce: `0x${'4'.repeat(64)}`, salt: `0x${'5'.repeat(64)}` } as const

describe('the form of a finished work', () => {
  it('signs the file together with what is declared, and nothing for what is left out', () => {
    const read = workFields({
      ...good,
      title: 'Low tide',
      model: ' ',
      seed: '7',
      means: 'ink; then a scanner',
    })
    if (!read.ok) throw new Error('refused')
    const { declared, ...words } = read.fields
    const traits = workEntries({ contentHash, ...declared })
    const fields = { ...words, style: '', count: 1, provider: 'import', traits }
    const { brief } = briefOf(round, fields, creator, CHANCE)
    expect(brief).toMatchObject({ prompt: 'A shore at low tide', count: 1, royaltyReceiver: creator })
    expect(brief.traits).toBe(
      `Work: ${contentHash}; Title: Low tide; Seed: 7; Made with: ink, then a scanner`,
    )
    expect(declaredWorkOf(brief)).toEqual({
      contentHash,
      title: 'Low tide',
      model: null,
      version: null,
      seed: '7',
      means: 'ink, then a scanner',
    })
    const varied = briefOf({ ...round, parent: contentHash }, fields, creator, CHANCE)
    expect(varied.brief.traits).toBe(`Parent: ${contentHash}; ${traits}`)
  })

  it.each([
    ['prompt', ' x '],
    ['creatorName', ''],
    ['royaltyReceiver', '0x12'],
    ['title', 'x'.repeat(121)],
    ['model', 'x'.repeat(201)],
    ['version', 'x'.repeat(201)],
    ['seed', 'x'.repeat(81)],
    ['means', 'x'.repeat(401)],
    ['means', 'a;'.repeat(200)],
  ] as const)('names %s when it does not hold', (name, value) => {
    const read = workFields({ ...good, [name]: value })
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([name])
  })

  it('lets nothing through that the protocol would refuse', () => {
    const longest = {
      title: 't'.repeat(120),
      model: 'm'.repeat(200),
      version: 'v'.repeat(200),
      seed: 's'.repeat(80),
      means: `${'a;'.repeat(133)}`,
    }
    const read = workFields({ ...good, ...longest })
    if (!read.ok) throw new Error('refused')
    const traits = workEntries({ contentHash, ...read.fields.declared })
    expect(() => declaredWorkOf({ traits })).not.toThrow()
    expect(traits.length).toBeLessThanOrEqual(2000)
  })
})
