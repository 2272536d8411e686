/** One policy for every page: nothing from elsewhere. */
export type PolicyOptions = {
  secure: boolean
  walletConnect?: boolean
  /** The page carries its worker inside itself. */
  ownWorkers?: boolean
  /** `next dev` only: React rebuilds the server's call stacks with eval, and reports an error where it may not. */
  development?: boolean
}

/** Relays that WalletConnect needs once a project id is configured. */
const RELAYS = [
  'wss://relay.walletconnect.org',
  'wss://relay.walletconnect.com',
  'https://*.walletconnect.org',
  'https://*.walletconnect.com',
]

export function contentSecurityPolicy({
  secure,
  walletConnect = false,
  ownWorkers = false,
  development = false,
}: PolicyOptions): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'frame-src': ["'none'"],
    'form-action': ["'self'"],
    // Public pages are cached, so the policy carries no nonce: Next's inline bootstrap needs the second word. The
    // third compiles WebAssembly and nothing else: signers are recovered by it, and a visitor comes to a page that
    // does so from any other, under the policy of the first.
    'script-src': [
      "'self'",
      "'unsafe-inline'",
      "'wasm-unsafe-eval'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(walletConnect ? RELAYS : [])],
    'worker-src': ["'self'", ...(ownWorkers ? ['blob:'] : [])],
    'manifest-src': ["'self'"],
    ...(secure && { 'upgrade-insecure-requests': [] }),
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
} as const
