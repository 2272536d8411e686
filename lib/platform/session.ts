import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PublicClient } from 'viem'
import { generateSiweNonce, parseSiweMessage, validateSiweMessage, verifySiweMessage } from 'viem/siwe'
import type { Db } from './db.ts'
import { AppError } from './errors.ts'

/** Sessions run on wall time. A session says who is here; it is never voting authority. */
const NONCE_MINUTES = 10
const SESSION_DAYS = 7

export type SessionView = { address: `0x${string}`; chainId: number }

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const token = () => randomBytes(32).toString('base64url')

/** A single-use nonce, bound to the browser by a cookie. */
export async function issueNonce(db: Db, wall: Date): Promise<{ nonce: string; cookie: string }> {
  const cookie = token()
  const nonce = generateSiweNonce()
  const expiresAt = new Date(wall.getTime() + NONCE_MINUTES * 60_000)
  await db.siweNonce.create({ data: { nonce, cookieId: hashOf(cookie), expiresAt } })
  await db.siweNonce.deleteMany({ where: { expiresAt: { lt: new Date(wall.getTime() - 86_400_000) } } })
  return { nonce, cookie }
}

async function spendNonce(db: Db, nonce: string, cookie: string | undefined, wall: Date): Promise<void> {
  const row = await db.siweNonce.findUnique({ where: { nonce } })
  const mine = row && cookie && timingSafeEqual(Buffer.from(row.cookieId), Buffer.from(hashOf(cookie)))
  if (!mine || row.expiresAt < wall) throw new AppError('session-nonce')
  const spent = await db.siweNonce.updateMany({ where: { nonce, usedAt: null }, data: { usedAt: wall } })
  if (spent.count !== 1) throw new AppError('session-nonce')
}

type SignIn = {
  db: Db
  chain: PublicClient
  message: string
  signature: `0x${string}`
  nonceCookie: string | undefined
  /** Hosts with port that are ours, and the chain this instance lives on. */
  domains: readonly string[]
  chainId: number
  wall: Date
}

/** Checks an EIP-4361 message and opens a session. @throws AppError session-nonce, session-message, session-signature */
export async function signIn(
  input: SignIn,
): Promise<{ cookie: string; session: SessionView; expiresAt: Date }> {
  const { db, chain, message, signature, domains, chainId, wall } = input
  const parsed = parseSiweMessage(message)
  if (!parsed.address || !parsed.nonce || parsed.chainId !== chainId) throw new AppError('session-message')
  const domain = domains.find((own) => own === parsed.domain)
  if (!domain || !validateSiweMessage({ message: parsed, domain, time: wall }))
    throw new AppError('session-message')
  await spendNonce(db, parsed.nonce, input.nonceCookie, wall)
  const holds = await verifySiweMessage(chain, { message, signature, domain, time: wall }).catch(() => false)
  if (!holds) throw new AppError('session-signature')
  const cookie = token()
  const address = parsed.address.toLowerCase() as `0x${string}`
  const expiresAt = new Date(wall.getTime() + SESSION_DAYS * 86_400_000)
  await db.session.create({ data: { id: hashOf(cookie), address, chainId, expiresAt } })
  return { cookie, session: { address, chainId }, expiresAt }
}

export async function findSession(
  db: Db,
  cookie: string | undefined,
  wall: Date,
): Promise<SessionView | null> {
  if (!cookie) return null
  const row = await db.session.findUnique({ where: { id: hashOf(cookie) } })
  if (!row || row.revokedAt || row.expiresAt < wall) return null
  return { address: row.address as `0x${string}`, chainId: row.chainId }
}

export async function revokeSession(db: Db, cookie: string | undefined, wall: Date): Promise<void> {
  if (cookie) await db.session.updateMany({ where: { id: hashOf(cookie) }, data: { revokedAt: wall } })
}
