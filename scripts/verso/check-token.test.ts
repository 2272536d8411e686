import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { type TokenDocument, tokenBytes, tokenDocument } from '#lib/protocol/token-document.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { workOf } from '#lib/protocol/winners.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png } from '#scripts/testing/hostile-pictures.ts'
import { checkToken, type TokenSources } from './check-token.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-token-'))
const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]
const { input, bundle } = await sampleRound()
const [first] = bundle.result.winners
if (!first) throw new Error('the sample has a winner')
const { candidate, metadata } = workOf(input, first.number)
const sample = tokenDocument(input.rules, candidate, metadata, bundle.result)
const { round, creator } = sample.provenance
const record = birthRecord({
  creator: { address: creator.address, name: 'Ada' },
  round: {
    id: round.roundId,
    chainId: round.chainId,
    collection: round.collection,
    c2paRoot: sample.provenance.c2paRoot,
  },
})
const tokenId = String(tokenIdOf(3, first.rank))

let pictures: Record<'signed' | 'foreign' | 'stranger' | 'other' | 'bare' | 'changed', Uint8Array>
let root: Uint8Array

beforeAll(async () => {
  await ensureCredentials(ours, 'verso.example')
  await ensureCredentials(theirs, 'else.example')
  root = new Uint8Array(new X509Certificate(readSigning(ours).root).raw)
  const bare = await png(64)
  const sign = async (by: string, of = record) =>
    (await signPicture({ bytes: bare, mime: 'image/png', record: of }, readSigning(by))).bytes
  const signed = await sign(ours)
  const changed = Uint8Array.from(signed)
  changed[signed.length - 20] = (changed[signed.length - 20] ?? 0) ^ 1
  pictures = {
    signed,
    changed,
    bare: new Uint8Array(await sharp(signed).png().toBuffer()),
    foreign: await sign(theirs),
    stranger: await sign(theirs, birthRecord()),
    other: await sign(ours, birthRecord()),
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Given = { c2paRoot?: Bytes32; handsOut?: Uint8Array; document?: Partial<TokenDocument>; id?: string }

async function check(picture: Uint8Array, given: Given = {}) {
  const image = await contentCidOf(picture)
  const c2paRoot = given.c2paRoot ?? sha256Bytes32(root)
  const provenance = {
    ...sample.provenance,
    contentHash: fileHashOf(picture),
    recipeHash: recipeHashOf(record.recipe),
    c2paRoot,
  }
  const bytes = tokenBytes({ ...sample, provenance, image: `ipfs://${image}`, ...given.document })
  const digest = sha256Bytes32(bytes)
  const files = new Map([
    [rawCidOf(digest), bytes],
    [image, picture],
    [rawCidOf(c2paRoot), given.handsOut ?? root],
  ])
  const chain = {
    chainId: async () => round.chainId,
    token: async () => ({ digest, uri: `ipfs://${rawCidOf(digest)}` }),
  }
  const sources: TokenSources = {
    collection: round.collection,
    tokenId: given.id ?? tokenId,
    chain,
    fetchContent: async (cid) => files.get(cid) ?? null,
  }
  const { findings } = await checkToken(sources)
  const last = findings.at(-1)
  return { about: last?.about, is: last?.is, says: last?.says, count: findings.length }
}

test.each([
  ['signed', 'whole', 'below the root that the round named'],
  ['changed', 'broken', 'not as it was signed'],
  ['foreign', 'broken', 'claim this round'],
  ['stranger', 'word', 'somebody else’s'],
  ['other', 'broken', 'another recipe, round or creator'],
  ['bare', 'word', 'carries none'],
] as const)('the credentials of a %s picture: %s', async (name, is, says) => {
  expect(await check(pictures[name])).toMatchObject({
    about: 'credentials',
    is,
    says: expect.stringContaining(says),
    count: 4,
  })
})

test('without a root of the round nothing is judged', async () => {
  expect(await check(pictures.changed, { c2paRoot: ZERO_BYTES32 })).toMatchObject({
    about: 'credentials',
    is: 'word',
  })
})

test('no other root is taken than the one that the round named', async () => {
  const other = new Uint8Array(new X509Certificate(readSigning(theirs).root).raw)
  expect(await check(pictures.foreign, { handsOut: other })).toMatchObject({
    is: 'broken',
    says: expect.stringContaining('not the round’s'),
  })
  const noise = new Uint8Array(40).fill(7)
  const named = { c2paRoot: sha256Bytes32(noise), handsOut: noise }
  expect(await check(pictures.signed, named)).toMatchObject({
    is: 'broken',
    says: expect.stringContaining('no certificate'),
  })
})

test('a document of another place, collection or chain is not this token’s', async () => {
  const { provenance } = sample
  const elsewhere = (changes: Partial<typeof round>) => ({
    provenance: { ...provenance, round: { ...round, ...changes } },
  })
  const collection = `0x${'5'.repeat(40)}` as const
  const cases: Given[] = [
    { id: String(tokenIdOf(3, first.rank + 1)) },
    { id: String(BigInt(tokenId) + 1n) },
    { document: elsewhere({ collection }) },
    { document: elsewhere({ chainId: round.chainId + 1 }) },
  ]
  for (const given of cases)
    expect(await check(pictures.signed, given)).toMatchObject({
      about: 'token.json',
      is: 'broken',
      says: expect.stringContaining('another token'),
    })
})
