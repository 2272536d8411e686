import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModelTerms } from '#lib/generation/port.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { MODEL_LICENCES, type RoundTerms, termsOf } from '#lib/protocol/model-licences.ts'
import { conflictWords } from './conflict-words.ts'
import { modelConflict, type Origins, resolveLicence, type Source } from './resolve-licence.ts'

const FREE = termsOf('MIT')
const BOUND = termsOf('Stability-AI-NC-Research-Community')
const DOUBTFUL = termsOf('FLUX.1-dev')
const CREDITED: ModelTerms = { licence: 'credited', outputs: 'any-use', attribution: true }
const ALIKE: ModelTerms = { licence: 'CC-BY-SA-4.0', outputs: 'any-use', shareAlike: true }

const under = (licence: string, outputs: RoundTerms['outputs'] = 'any'): RoundTerms => ({ licence, outputs })
const from = (changes: Partial<Origins> = {}): Origins => ({
  model: FREE,
  loras: [],
  inputs: [],
  parents: [],
  ...changes,
})
const of = (licence: string | null, isOwn = false): Source => ({ licence, isOwn })

describe('a model in a round', () => {
  it.each([
    [FREE, under('CC0-1.0'), null],
    [FREE, under('CC-BY-NC-4.0', 'any-use'), null],
    [BOUND, under('CC0-1.0'), 'non-commercial'],
    [BOUND, under('CC-BY-4.0'), 'non-commercial'],
    [BOUND, under('CC-BY-SA-4.0'), 'non-commercial'],
    [BOUND, under('CC-BY-NC-4.0'), null],
    [BOUND, under('CC-BY-NC-4.0', 'any-use'), 'non-commercial'],
    [BOUND, under('of an older round'), 'non-commercial'],
    [FREE, under('of an older round'), null],
    [DOUBTFUL, under('CC-BY-4.0'), null],
    [DOUBTFUL, under('CC-BY-NC-4.0'), null],
    [DOUBTFUL, under('CC-BY-4.0', 'any-use'), 'unknown'],
    [CREDITED, under('CC0-1.0'), 'attribution'],
    [CREDITED, under('CC-BY-4.0'), null],
    [ALIKE, under('CC-BY-SA-4.0'), null],
    [ALIKE, under('CC-BY-4.0'), 'share-alike'],
  ] as const)('%j under %j: %o', (model, round, because) => {
    const conflict = because && { of: 'model', licence: model.licence, because }
    expect(modelConflict(model, round)).toEqual(conflict)
  })
})

describe('what else a work is made of', () => {
  it.each([
    ['loras', [BOUND], { of: 'lora', licence: BOUND.licence, because: 'non-commercial' }],
    ['inputs', [of('CC-BY-SA-4.0')], { of: 'input', licence: 'CC-BY-SA-4.0', because: 'share-alike' }],
    ['parents', [of('CC-BY-NC-4.0')], { of: 'parent', licence: 'CC-BY-NC-4.0', because: 'non-commercial' }],
    ['parents', [of('unheard-of')], { of: 'parent', licence: 'unheard-of', because: 'unknown' }],
  ] as const)('is named when it does not fit: %s', (part, things, conflict) => {
    const resolution = resolveLicence(from({ [part]: things }), under('CC-BY-4.0'))
    expect(resolution).toEqual({ allowed: false, conflicts: [conflict] })
  })

  it.each([
    [of('CC-BY-NC-4.0', true), under('CC0-1.0', 'any-use'), true],
    [of(null), under('CC-BY-4.0'), true],
    [of(null), under('CC-BY-4.0', 'any-use'), false],
  ] as const)('is left to its creator, or to the policy of the round: %o', (input, round, allowed) => {
    expect(resolveLicence(from({ inputs: [input] }), round).allowed).toBe(allowed)
  })

  it('is named whole, the model first', () => {
    const origins = from({ model: BOUND, parents: [of('CC-BY-SA-4.0')], inputs: [of('CC-BY-4.0')] })
    expect(resolveLicence(origins, under('CC0-1.0'))).toMatchObject({
      conflicts: [
        { of: 'model', because: 'non-commercial' },
        { of: 'input', because: 'attribution' },
        { of: 'parent', because: 'share-alike' },
      ],
    })
  })
})

const terms = fc.constantFrom<ModelTerms>(
  ...MODEL_LICENCES.map(({ licence }) => termsOf(licence)),
  CREDITED,
  ALIKE,
)
const source = fc.record({
  licence: fc.constantFrom(null, 'unheard-of', ...LICENCES.map(({ id }) => id)),
  isOwn: fc.boolean(),
})
const origins = fc.record({
  model: terms,
  loras: fc.array(terms, { maxLength: 2 }),
  inputs: fc.array(source, { maxLength: 2 }),
  parents: fc.array(source, { maxLength: 2 }),
})
const licence = fc.constantFrom(...LICENCES.map(({ id }) => id))

describe('whatever a work is made of', () => {
  it('nothing more is allowed where the round asks for pictures free to use', () => {
    fc.assert(
      fc.property(origins, licence, (made, id) => {
        if (resolveLicence(made, under(id, 'any-use')).allowed)
          expect(resolveLicence(made, under(id)).allowed).toBe(true)
      }),
    )
  })

  it('a part that alone is refused is refused among others, with the same name', () => {
    fc.assert(
      fc.property(origins, terms, licence, (made, model, id) => {
        const conflict = modelConflict(model, under(id))
        const resolution = resolveLicence({ ...made, model }, under(id))
        if (conflict) expect(resolution).toHaveProperty('conflicts.0', conflict)
      }),
    )
  })

  it('no round that promises commercial use hangs what is not had for it', () => {
    fc.assert(
      fc.property(origins, licence, (made, id) => {
        const { commercial } = LICENCES.find((entry) => entry.id === id)?.flags ?? { commercial: true }
        const isBound =
          [made.model, ...made.loras].some(({ outputs }) => outputs === 'non-commercial') ||
          [...made.inputs, ...made.parents].some((one) => !one.isOwn && one.licence === 'CC-BY-NC-4.0')
        if (commercial && isBound) expect(resolveLicence(made, under(id)).allowed).toBe(false)
      }),
    )
  })
})

it('says a conflict with both sides named', () => {
  const conflict = { of: 'model', licence: BOUND.licence, because: 'non-commercial' } as const
  const nobody = { of: 'input', licence: null, because: 'unknown' } as const
  expect(conflictWords(conflict, 'CC-BY-4.0')).toBe(
    'The model’s terms (Stability-AI-NC-Research-Community) allow no commercial use; this round (CC-BY-4.0) promises it.',
  )
  expect(conflictWords(nobody, 'CC0-1.0')).toBe(
    'The terms of a file it is made from are not known to allow what this round (CC0-1.0) promises.',
  )
})
