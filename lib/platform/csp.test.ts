import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp.ts'

describe('contentSecurityPolicy', () => {
  it('lets nothing in from elsewhere', () => {
    const policy = contentSecurityPolicy({ secure: false })
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|wss?:|\*|'unsafe-eval'/)
  })
  it('names the relays only when WalletConnect is configured', () => {
    expect(contentSecurityPolicy({ secure: true, walletConnect: true })).toContain(
      'wss://relay.walletconnect.org',
    )
  })
  it('compiles WebAssembly on every page, and evaluates nothing', () => {
    const policy = contentSecurityPolicy({ secure: true })
    expect(policy).toContain("'wasm-unsafe-eval'")
    expect(policy).not.toContain("'unsafe-eval'")
  })
  it('evaluates in development alone, where React needs it to tell of an error', () => {
    const [, scripts] =
      /script-src ([^;]*)/.exec(contentSecurityPolicy({ secure: false, development: true })) ?? []
    expect(scripts?.split(' ')).toContain("'unsafe-eval'")
  })
  it('takes a worker from inside a page only where it is asked for', () => {
    expect(contentSecurityPolicy({ secure: true, ownWorkers: true })).toContain("worker-src 'self' blob:")
    expect(contentSecurityPolicy({ secure: true })).toContain("worker-src 'self';")
  })
})
