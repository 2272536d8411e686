import { describe, expect, it } from 'vitest'
import { ANY_PROVIDER, type ProviderView } from '#lib/generation/schema.ts'
import { providerChoices, providerName, providerShort, providerTitle } from './provider-words.ts'

const view = (id: string, change: Partial<ProviderView> = {}): ProviderView => ({
  id,
  model: 'a-model',
  costMicroUsd: 0,
  latencyMs: 900,
  seesThePrompt: 'provider',
  ...change,
})
const procedural = view('procedural', { seesThePrompt: 'this-server' })
const replicate = view('replicate', { costMicroUsd: 3_000, latencyMs: 4_000 })
const volunteers = view('aihorde', { latencyMs: 180_000, seesThePrompt: 'strangers' })

describe('what a creator can choose from', () => {
  it('is the one provider, where there is one', () => {
    expect(providerChoices([procedural], { prefer: 'cheapest' }).map(({ id }) => id)).toEqual(['procedural'])
  })

  it('begins with leaving it to the round, where there are several', () => {
    const [any, ...others] = providerChoices([procedural, replicate], { prefer: 'cheapest' })
    expect(any).toEqual({
      id: ANY_PROVIDER,
      label: 'Whichever suits the round',
      hint: 'Chosen when its turn comes: the cheapest that can. Your words may be sent to a provider.',
      cost: 'up to $0.003',
      time: 'up to 4 s',
    })
    expect(others.map(({ label, cost }) => [label, cost])).toEqual([
      ['The procedural artist', 'free'],
      ['Replicate: a-model', '$0.003'],
    ])
  })

  it('says how far the words may go', () => {
    const [any] = providerChoices([procedural, volunteers], { prefer: { cost: 1, speed: 0, quality: 0 } })
    expect(any?.hint).toContain('as the director weighs them')
    expect(any?.hint).toContain('volunteers you do not know')
    expect(any).toMatchObject({ cost: 'free', time: 'up to 3 min' })
  })

  it.each([
    [view('comfyui-tower', { seesThePrompt: 'this-server' }), 'ComfyUI “tower”: a-model', /words stay there/],
    [view('cog-shed'), 'Cog “shed”: a-model', /words are sent there/],
    [view('fal'), 'fal: a-model', /words are sent there/],
  ])('names a server by its own name', (one, label, hint) => {
    const [choice] = providerChoices([one], { prefer: 'best' })
    expect(choice).toMatchObject({ label, hint: expect.stringMatching(hint) })
  })
})

it.each([
  [ANY_PROVIDER, 'whichever provider suits the round'],
  ['procedural', 'the procedural artist'],
  ['replicate', 'Replicate'],
  ['comfyui-tower', 'ComfyUI “tower”'],
  ['something-new', 'something-new'],
])('%s is called “%s”', (id, name) => expect(providerName(id)).toBe(name))

it.each([
  ['aihorde', 'AI Horde', 'AI Horde'],
  ['procedural', 'the procedural artist', 'The procedural artist'],
  ['fal', 'fal', 'fal'],
])('%s is called “%s” on a desk, and “%s” where it stands alone', (id, short, title) => {
  expect([providerShort(id), providerTitle(id)]).toEqual([short, title])
})
