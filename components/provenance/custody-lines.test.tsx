import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { sampleRound } from '#components/workshop/sample/round.ts'
import { sampleWork } from '#components/workshop/sample/works.ts'
import { type WorkView, workViewSchema } from '#lib/candidates/schema.ts'
import { type DeclaredWork, declarationOf, inputsOf, workEntries } from '#lib/protocol/brief-work.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { custodyLines } from './custody-lines.tsx'

const round = { ...sampleRound('submissions'), roundId: sampleBytes(1) }
const hash = (seed: number) => `sha256:${sampleBytes(seed).slice(2)}` as const
const CONTENT = hash(2)

function workOf(execution: WorkView['execution'], traits: string, declared?: DeclaredWork): WorkView {
  const { creator } = sampleWork(1)
  const terms = { licence: 'CC-BY-4.0', royaltyReceiver: creator }
  const words = { title: 'Low tide', description: '', alt: 'A shore', traits: [] }
  const model = { id: 'verso/artist', version: '2', weightsHash: null }
  return workViewSchema.parse({
    ...sampleWork(1),
    ...words,
    ...terms,
    contentHash: CONTENT,
    creatorName: 'Ines Okafor',
    mime: 'image/png',
    byteLength: 9,
    contentCid: 'bafy',
    pixelHash: hash(3),
    renditions: [],
    metadata: { ...words, ...terms },
    metadataHash: hash(4),
    recipe: {
      template: { id: 'brief', version: '1', text: 'A shore' },
      traits: [],
      seed: '48213',
      model,
      loras: [],
      parameters: {},
      inputs: inputsOf({ traits }),
      parents: [],
      licence: terms.licence,
      brief: sampleBytes(5),
      width: 9,
      height: 9,
      ...(declared && { ...declarationOf(declared), seed: '0' }),
    },
    recipeHash: hash(6),
    parents: [],
    brief: {
      digest: sampleBytes(5),
      signature: '0x',
      words: null,
      acceptedAt: 1_800_000_000,
      message: {
        round: round.roundId,
        creator,
        prompt: 'A shore',
        promptHash: sampleBytes(7),
        style: '',
        traits,
        ...terms,
        count: 1,
        nonce: sampleBytes(8),
        deadline: '1800003600',
      },
    },
    execution,
    verdicts: [],
    admittedAt: 1_800_000_000,
    record: null,
  })
}

function linesOf(work: WorkView) {
  return textsOf(custodyLines({ round, work, result: null, token: null, recounts: false }))
}

function textsOf(lines: ReturnType<typeof custodyLines>) {
  return Object.fromEntries(
    lines.map(({ name, text, by, hash, checks, verdict }) => [
      name,
      { text: renderToStaticMarkup(text), by, hash, checks, verdict },
    ]),
  )
}

describe('the back of a finished work', () => {
  const nothing = { title: null, model: null, version: null, seed: null, means: null }
  const backOf = (said: Partial<DeclaredWork>) => {
    const declared = { contentHash: CONTENT, ...nothing, ...said }
    return linesOf(
      workOf({ provider: 'import', facts: { declared: 'yes' } }, workEntries(declared), declared),
    )
  }

  it('calls what is declared so, and the word its creator’s, who signed it', () => {
    const { Brief, Recipe, Model } = backOf({ model: 'sdxl', version: '1.0', seed: '7', means: 'ComfyUI' })
    expect(Brief?.text).toContain('Ines Okafor brought a finished work')
    expect(Recipe?.text).toBe(
      'Declared by the creator, not observed: sdxl 1.0, seed 7, made with ComfyUI. No parent.',
    )
    expect(Model).toMatchObject({ verdict: 'attested', by: { text: 'word of Ines Okafor', signed: true } })
    expect(Model?.text).toContain('declared by the creator, not observed')
    expect(Model?.text).not.toContain('worker')
  })

  it('invents neither a model nor a seed', () => {
    const { Recipe } = backOf({})
    expect(Recipe?.text).toBe('Declared by the creator, not observed: no model named. No parent.')
  })

  it('is not said of what was drawn here', () => {
    const { Brief, Recipe, Model } = linesOf(workOf({ provider: 'procedural', facts: {} }, ''))
    expect(Brief?.text).toContain('asked for')
    expect(Recipe?.text).toBe('verso/artist 2, seed 48213. No parent.')
    expect(Model?.by).toEqual({ text: 'word of this server', signed: false })
  })
})

describe('the line of credentials', () => {
  const lineOf = (facts: WorkView['execution']['facts'], c2paRoot: Bytes32 = ZERO_BYTES32, opened = true) => {
    const chain = opened ? round.chain : { ...round.chain, opened: null }
    const named = { ...round, chain, rules: { ...round.rules, c2paRoot } }
    const work = workOf({ provider: 'procedural', facts }, '')
    const lines = custodyLines({ round: named, work, result: null, token: null, recounts: false })
    expect(lines.map(({ name }) => name).join()).toContain('Picture,Credentials,Metadata')
    return textsOf(lines).Credentials
  }

  it.each([
    ['in the file', 'signed into the file'],
    ['beside the file', 'beside the file'],
    ['none', 'could not sign it'],
    ['of late', 'Nothing is recorded of any.'],
  ])('says what was written down when it was signed, and is looked at only when asked: %s', (fact, text) => {
    const line = lineOf({ credentials: fact })
    expect(line?.text).toContain(text)
    expect(line).toMatchObject({ verdict: 'todo', checks: false })
  })

  it('opens the root that the round names, and says where it is named', () => {
    const c2paRoot = sampleBytes(9)
    expect(lineOf({}, c2paRoot)).toMatchObject({
      hash: { value: c2paRoot, opens: `/ipfs/${rawCidOf(c2paRoot)}` },
      by: { text: 'root named in the rules', signed: false },
    })
    expect(lineOf({})?.hash).toBeUndefined()
    expect(lineOf({})?.by?.text).toBe('vouched for by this instance')
  })
})

describe('what it was trained on', () => {
  it('is said to be unknown wherever nobody declared it', () => {
    const UNKNOWN = 'Training data: unknown, nobody declared it.'
    const modelOf = (provider: string, facts = {}) => linesOf(workOf({ provider, facts }, '')).Model?.text
    expect(modelOf('replicate')).toContain(UNKNOWN)
    expect(modelOf('aihorde', { worker: 'kettle' })).toContain(UNKNOWN)
    expect(modelOf('procedural')).toContain('no training data')
  })
})

describe('the back of a work whose words were sealed', () => {
  const work = workOf({ provider: 'procedural', facts: {} }, '')
  const prompt = `Prompt: sha256:abcd${'0'.repeat(56)}ef01` as const
  const briefOf = (words: WorkView['brief']['words']) =>
    linesOf({ ...work, brief: { ...work.brief, message: { ...work.brief.message, prompt }, words } }).Brief

  it('says that they are kept, by their seal', () => {
    expect(briefOf(null)?.text).toBe('The words are kept private by Ines Okafor, sealed as sha256:abcd…ef01.')
  })

  it('says them once they are revealed, and that the seal was signed', () => {
    const text = briefOf({ text: 'A shore', salt: `0x${'00'.repeat(32)}` })?.text
    expect(text).toBe(
      'Ines Okafor asked for “A shore”. Signed as the seal sha256:abcd…ef01, and revealed later.',
    )
  })
})
