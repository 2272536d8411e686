import type { RenderRequest } from '#lib/generation/port.ts'
import type { SimProvider } from '#lib/generation/providers/sim.ts'
import type { VirtualTime } from './virtual-time.ts'

/** As gateways are set up by their guides: three tries at each, doubling pauses, then the next in the list. */
const TRIES = 3
const FIRST_PAUSE_MS = 1_000
const POLL_MS = 2_000
/** A person asks again for what ended in an error. */
const PERSON_MS = 10_000

type Told = { failedAttempts: number; errors: number }

/** One request, followed to its picture. Every error is a reason to ask again, a lost answer too. */
async function attempt(time: VirtualTime, provider: SimProvider, request: RenderRequest): Promise<boolean> {
  const { externalId } = await provider.submit(request)
  for (;;) {
    await time.sleep(POLL_MS)
    const run = await provider.poll(externalId).catch(() => null)
    if (run?.state === 'succeeded') return (await provider.fetchArtifacts(request, run)).length > 0
    if (run?.state === 'failed') return false
  }
}

async function throughList(
  time: VirtualTime,
  list: readonly SimProvider[],
  request: RenderRequest,
  told: Told,
) {
  for (const provider of list)
    for (let count = 0; count < TRIES; count += 1) {
      const made = await attempt(time, provider, request).catch(() => false)
      if (made) return true
      told.failedAttempts += 1
      if (count + 1 < TRIES) await time.sleep(FIRST_PAUSE_MS * 2 ** count)
    }
  return false
}

/** A client with retries and a list of fallbacks, and somebody who asks again when it gives up. */
export async function renderNaively(
  time: VirtualTime,
  list: readonly SimProvider[],
  request: RenderRequest,
  told: Told,
): Promise<void> {
  while (!(await throughList(time, list, request, told))) {
    told.errors += 1
    await time.sleep(PERSON_MS)
  }
}
