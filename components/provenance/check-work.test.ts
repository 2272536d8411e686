import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { briefDigest, promptHashOf } from '#lib/protocol/brief.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { promptSealOf, sealedPrompt } from '#lib/protocol/brief-private.ts'
import { declarationOf, declaredWorkOf, inputsOf, workEntries } from '#lib/protocol/brief-work.ts'
import { fileHashOf, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes, canonicalText } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import { CHAIN, COLLECTION, sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import { checkCopy, checkWork, type LineFinding, tamperedCopy } from './check-work.ts'
import type { LineName, WorkFacts } from './work-facts.ts'

const account = privateKeyToAccount(`0x${'07'.repeat(32)}`)
const creator = account.address.toLowerCase() as Address
const picture = utf8('a picture, as far as hashes are concerned')
const SRC = '/works/picture'
const RECORD = '/ipfs/record'

let facts: WorkFacts
let files: Record<string, Uint8Array>

function roundRules() {
  const rules = sampleRules()
  return { ...rules, licence: { ...rules.licence, textHash: licenceTextHash(rules.licence.id) } }
}

async function signedBrief(prompt = 'A low sun over machinery') {
  const rules = roundRules()
  const message = {
    round: roundIdOf(rules),
    creator,
    prompt,
    promptHash: promptHashOf(prompt),
    style: '',
    traits: '',
    licence: rules.licence.id,
    royaltyReceiver: creator,
    count: 1,
    nonce: `0x${'11'.repeat(32)}` as const,
    deadline: '1800000000',
  }
  const signature = await account.signTypedData({
    domain: versoDomain(CHAIN, COLLECTION),
    types: { Brief: TYPES.Brief },
    primaryType: 'Brief',
    message: { ...message, deadline: BigInt(message.deadline) },
  })
  return { message, signature, digest: briefDigest(rules, message), acceptedAt: 1_799_999_000, words: null }
}

async function workFacts(): Promise<WorkFacts> {
  const rules = roundRules()
  const brief = await signedBrief()
  const licence = rules.licence.id
  const recipe = {
    template: { id: 'plain', version: '1', text: brief.message.prompt },
    traits: [],
    seed: '48213',
    model: { id: 'verso/artist', version: '1', weightsHash: null },
    loras: [],
    parameters: {},
    inputs: [],
    parents: [],
    licence,
    brief: brief.digest,
    width: 840,
    height: 993,
  }
  const metadata = {
    title: 'Late shift',
    description: '',
    alt: 'Two inks',
    traits: [],
    licence,
    royaltyReceiver: creator,
  }
  const hashes = {
    contentHash: fileHashOf(picture),
    contentCid: await contentCidOf(picture),
    recipeHash: recipeHashOf(recipe),
    metadataHash: metadataHashOf(metadata),
  }
  const record = canonicalText({
    ...hashes,
    creator,
    number: 47,
    mime: 'image/png',
    width: 840,
    height: 993,
    renditions: [],
  })
  const file = { src: SRC, mime: 'image/png', sidecar: null }
  const work = { ...hashes, ...file, number: 47, creator, brief, recipe, metadata, record, licence }
  return { roundId: roundIdOf(rules), rules, collection: COLLECTION, work, token: null, recount: false }
}

beforeAll(async () => {
  facts = await workFacts()
  files = { [SRC]: picture }
})
afterEach(() => vi.unstubAllGlobals())

const HEX = (text: string) => `0x${text}` as const
const word = (value: bigint | number) => BigInt(value).toString(16).padStart(64, '0')

/** Answers of a chain that holds one token: the digest, then its URI as the ABI encodes a string. */
function chainAnswer(body: string, digest: string): unknown {
  const { id, params } = JSON.parse(body)
  const asksDigest = String(params[0].data).startsWith('0x') && answered++ === 0
  const uri = `ipfs://${rawCidOf(digest as `0x${string}`)}`
  const padded = Buffer.from(uri)
    .toString('hex')
    .padEnd(Math.ceil(uri.length / 32) * 64, '0')
  const result = asksDigest ? digest : HEX(`${word(32)}${word(uri.length)}${padded}`)
  return { jsonrpc: '2.0', id, result }
}
let answered = 0

/** A server with these files, and a chain that holds `onChain` or does not answer. */
function serve(onChain: string | null = null) {
  answered = 0
  vi.stubGlobal('fetch', async (url: string | Request, init?: { body?: string }) => {
    const path = typeof url === 'string' ? url : url.url
    if (path.endsWith('/rpc')) {
      if (!onChain) throw new TypeError('offline')
      return Response.json(chainAnswer(init?.body ?? '', onChain))
    }
    const file = files[path]
    return file ? new Response(new Uint8Array(file)) : new Response('', { status: 404 })
  })
}

async function run(given: WorkFacts): Promise<Partial<Record<LineName, LineFinding>>> {
  const found: Partial<Record<LineName, LineFinding>> = {}
  await checkWork(given, 'http://localhost/rpc', (name, finding) => {
    found[name] = finding
  })
  return found
}

const verdictsOf = (found: Partial<Record<LineName, LineFinding>>) =>
  Object.fromEntries(Object.entries(found).map(([name, finding]) => [name, finding?.verdict]))

describe('a work that is what its record says', () => {
  it('has nothing but checked lines', async () => {
    serve()
    expect(verdictsOf(await run(facts))).toEqual({
      Brief: 'checked',
      Recipe: 'checked',
      Picture: 'checked',
      Metadata: 'checked',
      Licence: 'checked',
    })
  })
})

describe('a work whose words were sealed', () => {
  const words = { text: 'A low sun, kept', salt: HEX('7c'.repeat(32)) }
  const sealedFacts = async (revealed: typeof words | null): Promise<WorkFacts> => {
    const brief = { ...(await signedBrief(sealedPrompt(promptSealOf(words)))), words: revealed }
    const recipe = { ...facts.work.recipe, brief: brief.digest }
    return { ...facts, work: { ...facts.work, brief, recipe, recipeHash: recipeHashOf(recipe) } }
  }

  it.each([
    ['while they are kept', null, 'checked'],
    ['once they are revealed', words, 'checked'],
    ['with other words', { ...words, text: 'A high sun' }, 'broken'],
    ['with another salt', { ...words, salt: HEX('7d'.repeat(32)) }, 'broken'],
  ])('%s', async (_when, revealed, verdict) => {
    serve()
    expect((await run(await sealedFacts(revealed))).Brief?.verdict).toBe(verdict)
  })
})

describe('what breaks which line', () => {
  const changed = (change: Partial<WorkFacts['work']>): WorkFacts => ({
    ...facts,
    work: { ...facts.work, ...change },
  })

  it.each<[string, () => Partial<WorkFacts['work']>, LineName[]]>([
    [
      'another prompt',
      () => ({ brief: { ...facts.work.brief, message: { ...facts.work.brief.message, prompt: 'Rain' } } }),
      ['Brief'],
    ],
    [
      'a parent that the brief does not name',
      () => ({ recipe: { ...facts.work.recipe, parents: [facts.work.contentHash] } }),
      ['Parent', 'Recipe'],
    ],
    ['another seed', () => ({ recipe: { ...facts.work.recipe, seed: '1' } }), ['Recipe']],
    ['another title', () => ({ metadata: { ...facts.work.metadata, title: 'Early shift' } }), ['Metadata']],
    ['another creator', () => ({ creator: HEX('22'.repeat(20)) }), ['Brief', 'Metadata']],
    ['another licence', () => ({ licence: 'CC-BY-NC-4.0' }), ['Licence']],
    ['another address', () => ({ contentCid: rawCidOf(sha256Bytes32(utf8('x'))) }), ['Picture', 'Metadata']],
  ])('%s', async (_name, change, broken) => {
    serve()
    const found = await run(changed(change()))
    const red = Object.entries(found).flatMap(([name, { verdict }]) => (verdict === 'broken' ? [name] : []))
    expect(red.toSorted()).toEqual(broken.toSorted())
  })

  it('says unknown for a licence whose text is not known here', async () => {
    serve()
    const licence = { id: 'LicenseRef-Ours', textHash: facts.rules.licence.textHash }
    const found = await run({ ...facts, rules: { ...facts.rules, licence } })
    expect(found.Licence?.verdict).toBe('unknown')
  })

  it('says unknown for a picture that did not arrive', async () => {
    serve()
    expect((await run(changed({ src: '/works/nowhere' }))).Picture?.verdict).toBe('unknown')
  })
})

describe('a token', () => {
  const document = () =>
    canonicalBytes({
      image: `ipfs://${facts.work.contentCid}`,
      properties: { files: [{ sha256: facts.work.contentHash, cid: facts.work.contentCid }] },
    })
  function minted(bytes: Uint8Array): WorkFacts {
    files[RECORD] = bytes
    return { ...facts, token: { tokenId: '7', tokenDigest: sha256Bytes32(bytes), path: RECORD, block: 58 } }
  }

  it('is checked against its record, the picture and the chain', async () => {
    const work = minted(document())
    serve(work.token?.tokenDigest)
    expect((await run(work)).Token).toEqual({ verdict: 'checked' })
    serve(sha256Bytes32(utf8('another')))
    expect((await run(work)).Token?.verdict).toBe('broken')
    serve()
    expect((await run(work)).Token?.verdict).toBe('unknown')
  })

  it('breaks with the picture when a copy is tampered with, and heals with it', async () => {
    const work = minted(document())
    const { copy, hash } = tamperedCopy(picture)
    expect(copy.length).toBe(picture.length)
    expect(copy.filter((byte, at) => byte !== picture[at]).length).toBe(1)
    const found: Partial<Record<LineName, LineFinding>> = {}
    const tell = (name: LineName, finding: LineFinding) => {
      found[name] = finding
    }
    serve(work.token?.tokenDigest)
    await checkCopy(work, 'http://localhost/rpc', copy, tell)
    expect(verdictsOf(found)).toEqual({ Picture: 'broken', Token: 'broken' })
    expect(found.Picture?.found).toBe(hash.slice('sha256:'.length))
    serve(work.token?.tokenDigest)
    await checkCopy(work, 'http://localhost/rpc', picture, tell)
    expect(verdictsOf(found)).toEqual({ Picture: 'checked', Token: 'checked' })
  })

  it('breaks when its record was changed', async () => {
    const work = minted(document())
    files[RECORD] = utf8('{}')
    serve(work.token?.tokenDigest)
    expect((await run(work)).Token?.verdict).toBe('broken')
  })
})

it('a recipe that keeps quiet about the parent in its brief is broken, a true one is checked', async () => {
  serve()
  const { brief, recipe } = facts.work
  const contentHash = `sha256:${'5e'.repeat(32)}` as const
  const signed = { ...brief, message: { ...brief.message, traits: parentEntry(contentHash) } }
  const of = async (parents: (typeof contentHash)[]) => {
    const own = { ...recipe, parents }
    return run({
      ...facts,
      work: { ...facts.work, brief: signed, recipe: own, recipeHash: recipeHashOf(own) },
    })
  }
  const quiet = await of([])
  expect([quiet.Recipe?.verdict, quiet.Parent]).toEqual(['broken', undefined])
  const honest = await of([contentHash])
  expect([honest.Recipe?.verdict, honest.Parent?.verdict]).toEqual(['checked', 'checked'])
})

describe('a finished work', () => {
  const elsewhere = `sha256:${'5e'.repeat(32)}` as const
  const said = { title: 'Late shift', model: 'sdxl', version: null, seed: null, means: null }

  /** The work as its brief brings it, with a recipe that may say something else. */
  async function verdictOf(
    contentHash = facts.work.contentHash,
    changes: Partial<WorkFacts['work']['recipe']> = {},
  ) {
    serve()
    const { brief, recipe } = facts.work
    const message = { ...brief.message, traits: workEntries({ ...said, contentHash }) }
    const declared = declaredWorkOf(message)
    if (!declared) throw new Error('it brings none')
    const own = { ...recipe, inputs: inputsOf(message), ...declarationOf(declared), ...changes }
    const work = { ...facts.work, brief: { ...brief, message }, recipe: own, recipeHash: recipeHashOf(own) }
    return (await run({ ...facts, work })).Recipe?.verdict
  }

  it('is the file that its brief brings, with the making that its brief declares', async () => {
    expect(await verdictOf()).toBe('checked')
  })

  it.each([
    ['another file than the brief', elsewhere, {}],
    ['no file', undefined, { inputs: [] }],
    ['another model', undefined, { model: { id: 'sdxl', version: '2', weightsHash: null } }],
    ['a seed that was not declared', undefined, { parameters: { title: 'Late shift', seed: '7' } }],
  ])('is broken with %s in its record', async (_name, contentHash, changes) => {
    expect(await verdictOf(contentHash, changes)).toBe('broken')
  })
})
