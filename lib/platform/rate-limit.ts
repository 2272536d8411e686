import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import * as words from '#messages/platform/rate-limit.ts'
import { AppError } from './errors.ts'

export type LimitName =
  | 'ballots'
  | 'wallet'
  | 'session'
  | 'write'
  | 'rpc'
  | 'read'
  | 'clock'
  | 'draft'
  | 'upload'
  | 'find'

/** Points a minute for one client; memory is enough, since each process defends itself. */
const PER_MINUTE: Record<LimitName, number> = {
  ballots: 240,
  wallet: 60,
  session: 60,
  write: 240,
  rpc: 6_000,
  read: 6_000,
  clock: 30,
  draft: 60,
  upload: 30,
  find: 60,
}

const held = globalThis as { versoLimits?: Map<LimitName, RateLimiterMemory> }

function limiter(name: LimitName): RateLimiterMemory {
  held.versoLimits ??= new Map()
  const found = held.versoLimits.get(name)
  if (found) return found
  const made = new RateLimiterMemory({ keyPrefix: name, points: PER_MINUTE[name], duration: 60 })
  held.versoLimits.set(name, made)
  return made
}

// Not by class: the limiters are shared by two copies of the code, one of which Next has bundled.
function isUsedUp(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error
}

/** @throws AppError too-many-requests */
export async function takeFrom(name: LimitName, client: string): Promise<void> {
  try {
    await limiter(name).consume(client)
  } catch (error) {
    if (!isUsedUp(error)) throw error
    throw new AppError('too-many-requests', { detail: words.againIn(Math.ceil(error.msBeforeNext / 1000)) })
  }
}
