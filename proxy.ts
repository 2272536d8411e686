import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, SECURITY_HEADERS } from '#lib/platform/csp.ts'

/** Puts the one policy on every answer. */
export function proxy(_request: NextRequest) {
  const response = NextResponse.next()
  const secure = (process.env.PUBLIC_URL ?? '').startsWith('https:')
  const walletConnect = Boolean(process.env.WALLETCONNECT_PROJECT_ID)
  response.headers.set('content-security-policy', contentSecurityPolicy({ secure, walletConnect }))
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!_next/static|favicon).*)' }
