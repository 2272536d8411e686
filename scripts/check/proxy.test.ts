import { unstable_doesMiddlewareMatch as doesMiddlewareMatch } from 'next/experimental/testing/server.js'
import { expect, it } from 'vitest'
import { config } from '#proxy'

const passes = (url: string) => doesMiddlewareMatch({ config, url, nextConfig: {} })

it.each(['/', '/rounds/two-inks', '/api/v1/rounds', '/api/v1/communities/wall', '/verso-verify.html'])(
  'the policy is put on %s',
  (url) => expect(passes(url)).toBe(true),
)

it.each(['/api/v1/uploads', '/api/v1/communities/wall/allowlists'])(
  'a body that may be longer than 10 MB is not cut on its way to %s',
  (url) => expect(passes(url)).toBe(false),
)

it.each(['/works/sha256:00', '/ipfs/bafy', '/schemas/recipe-1.json'])('%s keeps its own policy', (url) =>
  expect(passes(url)).toBe(false),
)
