import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp.ts'

describe('contentSecurityPolicy', () => {
  it('lets nothing in from elsewhere', () => {
    const policy = contentSecurityPolicy({ secure: false })
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/)
  })
  it('names the relays only when WalletConnect is configured', () => {
    expect(contentSecurityPolicy({ secure: true, walletConnect: true })).toContain(
      'wss://relay.walletconnect.org',
    )
  })
  it('allows WASM only where it is asked for', () => {
    expect(contentSecurityPolicy({ secure: true, wasm: true })).toContain("'wasm-unsafe-eval'")
    expect(contentSecurityPolicy({ secure: true })).not.toContain('wasm')
  })
})
