import { createPublicClient, custom } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { createSiweMessage } from 'viem/siwe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withChain } from '#scripts/testing/with-chain.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { findSession, issueNonce, revokeSession, signIn } from './session.ts'

const wall = new Date('2026-11-25T12:00:00Z')
const domain = 'verso.test'
const account = privateKeyToAccount(generatePrivateKey())
let database: TestDatabase
let chain: Awaited<ReturnType<typeof withChain>>

beforeAll(async () => {
  ;[database, chain] = await Promise.all([withDatabase(), withChain()])
})
afterAll(async () => {
  await Promise.all([database.close(), chain.stop()])
})

async function attempt(
  change: { domain?: string; signer?: typeof account; cookie?: string; wall?: Date } = {},
) {
  const { nonce, cookie } = await issueNonce(database.db, wall)
  const message = createSiweMessage({
    address: account.address,
    chainId: 31337,
    domain: change.domain ?? domain,
    nonce,
    uri: `https://${domain}`,
    version: '1',
    issuedAt: wall,
  })
  const signature = await (change.signer ?? account).signMessage({ message })
  const input = {
    db: database.db,
    chain: chain.client,
    message,
    signature,
    nonceCookie: change.cookie ?? cookie,
    domains: [domain],
    chainId: 31337,
    wall: change.wall ?? wall,
  }
  return { input, run: () => signIn(input) }
}

describe('sign-in with Ethereum', () => {
  it('opens a session that can be found and revoked, and stores no token', async () => {
    const { cookie, session } = await (await attempt()).run()
    expect(session.address).toBe(account.address.toLowerCase())
    expect(await findSession(database.db, cookie, wall)).toEqual(session)
    expect(await database.db.session.findUnique({ where: { id: cookie } })).toBeNull()
    await revokeSession(database.db, cookie, wall)
    expect(await findSession(database.db, cookie, wall)).toBeNull()
  })

  it('takes a nonce once', async () => {
    const { run } = await attempt()
    await run()
    await expect(run()).rejects.toMatchObject({ code: 'session-nonce' })
  })

  it('lets one of two simultaneous uses of a nonce through', async () => {
    const { run } = await attempt()
    const outcomes = await Promise.allSettled([run(), run(), run()])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  it.each([
    ['another site', { domain: 'evil.test' }, 'session-message'],
    ['another browser', { cookie: 'stolen' }, 'session-nonce'],
    ['another signer', { signer: privateKeyToAccount(generatePrivateKey()) }, 'session-signature'],
    ['an old nonce', { wall: new Date(wall.getTime() + 11 * 60_000) }, 'session-nonce'],
  ])('refuses %s', async (_name, change, code) => {
    await expect((await attempt(change)).run()).rejects.toMatchObject({ code })
  })

  it('forgets a session after its days', async () => {
    const { cookie, expiresAt } = await (await attempt()).run()
    expect(await findSession(database.db, cookie, new Date(expiresAt.getTime() + 1))).toBeNull()
  })

  it('does not open a session when the chain cannot be asked', async () => {
    const dead = createPublicClient({
      chain: anvil,
      transport: custom({ request: () => Promise.reject(new Error('down')) }),
    })
    const { input } = await attempt({ signer: privateKeyToAccount(generatePrivateKey()) })
    await expect(signIn({ ...input, chain: dead })).rejects.toMatchObject({ code: 'session-signature' })
  })
})
