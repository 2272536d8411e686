import 'server-only'
import { chain } from '#lib/platform/chain.ts'
import { clearCookie, NONCE_COOKIE, readCookie, SESSION_COOKIE, setCookie } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import { env } from '#lib/platform/env.ts'
import { ownDomains } from '#lib/platform/origin.ts'
import { issueNonce, revokeSession, type SessionView, signIn } from '#lib/platform/session.ts'

const NONCE_SECONDS = 600

/** A nonce for one sign-in, bound to this browser. */
export async function beginSignIn(): Promise<{ nonce: string }> {
  const { nonce, cookie } = await issueNonce(db(), new Date())
  await setCookie(NONCE_COOKIE, cookie, NONCE_SECONDS)
  return { nonce }
}

/** Opens a session for who signed the message. @throws AppError session-nonce, session-message, session-signature */
export async function finishSignIn(body: {
  message: string
  signature: `0x${string}`
}): Promise<SessionView> {
  const wall = new Date()
  const { cookie, session, expiresAt } = await signIn({
    db: db(),
    chain: chain(),
    ...body,
    nonceCookie: await readCookie(NONCE_COOKIE),
    domains: ownDomains(env().PUBLIC_URL),
    chainId: env().CHAIN_ID,
    wall,
  })
  await setCookie(SESSION_COOKIE, cookie, Math.floor((expiresAt.getTime() - wall.getTime()) / 1000))
  await clearCookie(NONCE_COOKIE)
  return session
}

export async function signOut(): Promise<void> {
  await revokeSession(db(), await readCookie(SESSION_COOKIE), new Date())
  await clearCookie(SESSION_COOKIE)
}
