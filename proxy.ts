import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, SECURITY_HEADERS } from '#lib/platform/csp.ts'

/** Puts the one policy on every answer. */
export function proxy(request: NextRequest) {
  const response = NextResponse.next()
  const secure = (process.env.PUBLIC_URL ?? '').startsWith('https:')
  const walletConnect = Boolean(process.env.WALLETCONNECT_PROJECT_ID)
  // The one page that is a file of its own carries its worker, and a stricter policy besides.
  const ownWorkers = request.nextUrl.pathname === '/verso-verify.html'
  const development = process.env.NODE_ENV === 'development'
  const policy = contentSecurityPolicy({ secure, walletConnect, ownWorkers, development })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  return response
}

// Not for content under its own hash, which carries a stricter policy of its own that this one would replace; and Next
// holds the whole body of what passes here in memory and cuts it at 10 MB, so pictures and lists of voters must not:
// their routes read them under caps of their own, and answer with JSON.
export const config = {
  matcher:
    '/((?!_next/static|favicon|works/|ipfs/|schemas|api/v1/uploads|api/v1/communities/[^/]+/allowlists).*)',
}
