import 'server-only'
import { bundleZip } from '#lib/flows/publish/bundle-zip.ts'
import { contentOf } from '#lib/flows/publish/content.ts'
import { services } from '#lib/flows/services.ts'
import { operatorAccount } from '#lib/platform/chain.ts'
import { readClock } from '#lib/platform/clock.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import { env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'
import { roundById } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { health } from './health.ts'

export async function healthView() {
  const { OPERATOR_PRIVATE_KEY, VERSO_DATA } = env()
  const operator = OPERATOR_PRIVATE_KEY ? addressSchema.parse(operatorAccount().address.toLowerCase()) : null
  return health(services(), { dataFolder: VERSO_DATA, operator })
}

export async function clockView() {
  const clock = await readClock(db())
  return {
    now: clock.now(),
    offsetSeconds: clock.offsetSeconds,
    movable: env().CHAIN_ID === LOCAL_CHAIN_ID,
  }
}

/** A round for whoever asks; a draft only for its director. Null otherwise. */
export async function visibleRound(id: string): Promise<RoundView | null> {
  const round = await roundById(id)
  if (round?.roundId !== null) return round ?? null
  return (await currentSession())?.address === round.community.roles.director ? round : null
}

export async function bundleArchive(id: string, works: 'none' | 'winners' | 'all') {
  return bundleZip(services(), id, works)
}

export async function contentByCid(cid: string) {
  return contentOf(services(), cid)
}
