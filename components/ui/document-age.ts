/** What the server says of a document that it kept (`scripts/server/page-cache.ts`): for how long. */
const KEPT = 'kept'

/**
 * Milliseconds since this document was made: it may have been kept before it was sent, and read for a while since.
 */
export function documentAge(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!navigation) return performance.now()
  // Older browsers do not hand it over.
  const kept = navigation.serverTiming?.find(({ name }) => name === KEPT)?.duration ?? 0
  return kept + performance.now() - navigation.responseStart
}
