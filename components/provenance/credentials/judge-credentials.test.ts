import { X509Certificate } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WorkFacts } from '#components/provenance/work-facts.ts'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { CredentialsFault, type CredentialsOrder } from './credentials-thread.ts'
import { judgeCredentials, judgeWithoutRecord } from './judge-credentials.ts'

/** The root of an instance that never was. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnzCCAUSgAwIBAgIPU6pIInchwhX0E85SX1TbMAoGCCqGSM49BAMCMC0xEzAR
BgNVBAMTClZlcnNvIHJvb3QxFjAUBgNVBAoTDXZlcnNvLmV4YW1wbGUwIBcNMjYx
MTI4MTMxOTQ1WhgPMjA1NjExMjgxMzE5NDVaMC0xEzARBgNVBAMTClZlcnNvIHJv
b3QxFjAUBgNVBAoTDXZlcnNvLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAARwluKWVUnzPLK13y1TLbLaEjK+78hs3aYDKhU64zZtRkhUc+OEthVwP+Mq
CePATKdl929oogq3+kgtYNvVLGN8o0UwQzASBgNVHRMBAf8ECDAGAQH/AgEBMA4G
A1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQUWmsFyUAU317GKgzo9AfB9G6A9s0wCgYI
KoZIzj0EAwIDSQAwRgIhAJRgdhU0rewyJWcPVapTnywxiDW1t1AFDNL6Bwey/lVf
AiEAjUdn56SOWOHfF4w3y2o5R3NxoWSS17cJve317s86Ijw=
-----END CERTIFICATE-----
`
const der = new Uint8Array(new X509Certificate(CERTIFICATE).raw)
const PICTURE = utf8('a picture')
const SIDECAR = '/ipfs/sidecar'

const foreign: Credentials = {
  standing: 'foreign',
  failures: ['signingCredential.untrusted'],
  signer: 'Somebody',
  generator: null,
  title: null,
  began: null,
  prompt: null,
  mining: null,
  recipe: null,
  boundTo: null,
}

function factsWith(c2paRoot: Bytes32, sidecar: string | null = null): WorkFacts {
  const work = { mime: 'image/png', sidecar, metadata: { title: 'Late shift' } }
  return { roundId: ZERO_BYTES32, rules: { ...sampleRules(), c2paRoot }, work } as WorkFacts
}

function serve(files: Record<string, Uint8Array>): void {
  vi.stubGlobal('fetch', async (path: string) => {
    const file = files[path]
    return file ? new Response(new Uint8Array(file)) : new Response('', { status: 404 })
  })
}
afterEach(() => vi.unstubAllGlobals())

async function judge(facts: WorkFacts, answer: () => Credentials | null = () => foreign) {
  const orders: CredentialsOrder[] = []
  const judged = await judgeCredentials(facts, PICTURE, async (order) => {
    orders.push(order)
    return answer()
  })
  return { judged, orders }
}

describe('the root that credentials are judged against', () => {
  const named = sha256Bytes32(der)
  const path = `/ipfs/${rawCidOf(named)}`

  it('is the certificate that the round names, whole and in PEM', async () => {
    serve({ [path]: der })
    const { judged, orders } = await judge(factsWith(named))
    expect(judged).toMatchObject({ kind: 'read', root: 'round' })
    expect(orders).toEqual([{ picture: PICTURE, mime: 'image/png', roots: CERTIFICATE, sidecar: null }])
  })

  it('is none that hashes to anything else: nothing is read then', async () => {
    serve({ [path]: der.slice(1) })
    const { judged, orders } = await judge(factsWith(named))
    expect(judged).toEqual({ kind: 'refused', code: 'other-root' })
    expect(orders).toEqual([])
  })

  it('is that of the instance where the round names none, and that is said', async () => {
    serve({ '/.well-known/verso-credentials.pem': utf8(CERTIFICATE) })
    const { judged, orders } = await judge(factsWith(ZERO_BYTES32))
    expect(judged).toMatchObject({ kind: 'read', root: 'instance' })
    expect(orders[0]?.roots).toBe(CERTIFICATE)
  })

  it.each([named, ZERO_BYTES32])('has to arrive: %s', async (root) => {
    serve({})
    expect((await judge(factsWith(root))).judged).toEqual({ kind: 'failed', code: 'no-root' })
  })
})

describe('credentials beside a file', () => {
  const pem = { '/.well-known/verso-credentials.pem': utf8(CERTIFICATE) }

  it('are fetched and handed over with it', async () => {
    const store = utf8('a store')
    serve({ ...pem, [SIDECAR]: store })
    const { orders } = await judge(factsWith(ZERO_BYTES32, SIDECAR))
    expect(orders[0]?.sidecar).toEqual(store)
  })

  it('have to arrive: the file itself is not read in their place', async () => {
    serve(pem)
    const { judged, orders } = await judge(factsWith(ZERO_BYTES32, SIDECAR))
    expect(judged).toEqual({ kind: 'failed', code: 'no-sidecar' })
    expect(orders).toEqual([])
  })
})

it('says that there are none, or why they were not read', async () => {
  serve({ '/.well-known/verso-credentials.pem': utf8(CERTIFICATE) })
  const facts = factsWith(ZERO_BYTES32)
  expect((await judge(facts, () => null)).judged).toEqual({ kind: 'none' })
  const slow = () => {
    throw new CredentialsFault('credentials-slow')
  }
  expect((await judge(facts, slow)).judged).toEqual({ kind: 'failed', code: 'credentials-slow' })
})

describe('a file without a record at hand', () => {
  const alone = (answer: () => Credentials | null) =>
    judgeWithoutRecord(PICTURE, 'image/webp', async (order) => {
      expect(order).toEqual({ picture: PICTURE, mime: 'image/webp', roots: CERTIFICATE })
      return answer()
    })

  it('is judged by the root of this instance', async () => {
    serve({ '/.well-known/verso-credentials.pem': utf8(CERTIFICATE) })
    expect(await alone(() => foreign)).toEqual({ kind: 'read', credentials: foreign })
    expect(await alone(() => null)).toEqual({ kind: 'none' })
    const fall = () => {
      throw new CredentialsFault('credentials-slow')
    }
    expect(await alone(fall)).toEqual({ kind: 'failed', code: 'credentials-slow' })
  })

  it('is not read while that root is away', async () => {
    serve({})
    expect(await judgeWithoutRecord(PICTURE, 'image/png', () => Promise.reject(new Error('asked')))).toEqual({
      kind: 'failed',
      code: 'no-root',
    })
  })
})
