import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { workMetadataSchema } from '#lib/flows/describe-work/schema.ts'
import type { Services } from '#lib/flows/services.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { tokenDigestOf, tokenDocumentSchema } from '#lib/protocol/token-document.ts'
import { hashOfHung } from '#scripts/testing/hang-works.ts'
import { type FrozenRound, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { mintChosen } from '#scripts/testing/mint-chosen.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'

const own = vi.hoisted(() => ({ services: undefined as Services | undefined }))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))

const HOSTILE = 'Ebb </script><script>alert(1)</script>'
const SITE = 'https://gallery.example'
const bare = async (title: string) => (await hashOfHung(title)).slice('sha256:'.length)
const [hostile, neap] = [await bare(HOSTILE), await bare('Neap')]

let instance: Instance
let round: FrozenRound
let GET: typeof import('./route.ts').GET
beforeAll(async () => {
  instance = await withInstance()
  own.services = instance.services
  round = await votingRoundWith(instance, { anna: 1n }, ['Neap', HOSTILE])
  Object.assign(process.env, {
    DATABASE_URL: instance.databaseUrl,
    CHAIN_RPC_URL: instance.control.url,
    CHAIN_ID: String(instance.control.chainId),
    PUBLIC_URL: SITE,
  })
  GET = (await import('./route.ts')).GET
})
afterAll(() => instance.stop())

async function ask(hash: string, format?: string) {
  const query = format ? `?format=${format}` : ''
  const request = new Request(`${SITE}/api/v1/works/${hash}/metadata${query}`)
  const response = await GET(request, { params: Promise.resolve({ hash }) })
  return { response, body: await response.json() }
}

it('tells others of a work while it hangs, and of its token once it is minted', async () => {
  const hash = hostile
  const hung = await ask(hash)
  expect(hung.response.status).toBe(200)
  expect(hung.response.headers.get('access-control-allow-origin')).toBe('*')
  expect(hung.body).toMatchObject({ name: HOSTILE, attributes: [{ trait_type: 'Round' }] })
  expect(hung.body).not.toHaveProperty('provenance')
  expect(hung.body.external_url).toMatch(new RegExp(`^${SITE}/rounds/[a-z0-9-]+/works/[12]$`))
  expect(workMetadataSchema.parse(hung.body)).toEqual(hung.body)

  const described = await ask(hash, 'jsonld')
  expect(described.response.headers.get('content-type')).toBe('application/ld+json')
  expect(described.body).toMatchObject({
    name: HOSTILE,
    identifier: `sha256:${hash}`,
    contentUrl: `${SITE}/works/${hash}`,
    url: hung.body.external_url,
    creator: { name: 'Ada' },
  })
  expect(workMetadataSchema.parse(described.body)).toEqual(described.body)
  expect(described.body).not.toHaveProperty('associatedMedia')

  const sidecar = fileHashOf(utf8('credentials beside it'))
  await instance.services.db.task.updateMany({
    where: { contentHash: `sha256:${hash}` },
    data: { execution: { provider: 'import', facts: { sidecar } } },
  })
  expect((await ask(hash, 'jsonld')).body.associatedMedia).toMatchObject({
    encodingFormat: 'application/c2pa',
    contentUrl: `${SITE}/ipfs/${rawCidOf(sidecar.replace('sha256:', '0x') as Bytes32)}`,
  })

  const { tokenDigest: digest } = await mintChosen(instance, round, `sha256:${hash}`)
  const minted = await ask(hash, 'erc721')
  const { external_url, dataMiningPreference, ...document } = minted.body
  expect(dataMiningPreference).toMatchObject({ aiTraining: 'constrained' })
  expect(external_url).toBe(hung.body.external_url)
  expect(tokenDigestOf(tokenDocumentSchema.parse(document))).toBe(digest)
  expect(document.attributes.at(-1)).toEqual({ trait_type: 'Place', value: '1' })
  expect(workMetadataSchema.parse(minted.body)).toEqual(minted.body)
  expect((await ask(neap)).body).not.toHaveProperty('provenance')
})

it.each([
  ['a work that hangs nowhere', '0'.repeat(64), undefined, 404],
  ['a hash of another form', neap.toUpperCase(), undefined, 400],
  ['a form that there is not', neap, 'c2pa', 400],
])('refuses %s', async (_, hash, format, status) => {
  const { response } = await ask(hash, format)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
