import { cookies } from 'next/headers'
import { db } from './db.ts'
import { env } from './env.ts'
import { AppError } from './errors.ts'
import { findSession, type SessionView } from './session.ts'

export const SESSION_COOKIE = 'verso-session'
export const NONCE_COOKIE = 'verso-nonce'

/** HttpOnly and SameSite always; Secure wherever the site is served over https. */
export async function setCookie(name: string, value: string, maxAgeSeconds: number): Promise<void> {
  const jar = await cookies()
  const secure = new URL(env().PUBLIC_URL).protocol === 'https:'
  jar.set(name, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: maxAgeSeconds })
}

export async function readCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(name)?.value
}

export async function clearCookie(name: string): Promise<void> {
  ;(await cookies()).delete(name)
}

/** Who is signed in on this request, or null. */
export async function currentSession(): Promise<SessionView | null> {
  return findSession(db(), await readCookie(SESSION_COOKIE), new Date())
}

/** @throws AppError not-signed-in */
export async function requireSession(): Promise<SessionView> {
  const session = await currentSession()
  if (!session) throw new AppError('not-signed-in')
  return session
}
