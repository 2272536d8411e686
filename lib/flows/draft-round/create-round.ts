import { toHex } from 'viem'
import { findCommunity, readMinChallenge } from '#lib/communities/data.ts'
import { DEFAULT_GATES } from '#lib/critique/registry.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { requireUsable } from '#lib/flows/usable-strategies.ts'
import { readClock } from '#lib/platform/clock.ts'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { parseRules } from '#lib/protocol/rules.ts'
import type { Round } from '#lib/rounds/data.ts'
import { insertRound } from '#lib/rounds/mutations.ts'
import { rulesFrom, slugFrom, strategiesFrom, templateFaults } from '#lib/rounds/rules-template.ts'
import type { CreateRound } from '#lib/rounds/schema.ts'
import * as words from '#messages/flows/draft-round/create-round.ts'
import { storedRoot } from './stored-root.ts'

/**
 * A draft from the one template; its times count from now and move when it is frozen later.
 * @throws AppError community-unknown, not-director, rules-invalid, credentials-unusable
 */
export async function createRound(services: Services, input: CreateRound, actor: string): Promise<Round> {
  const community = await findCommunity(services.db, input.community)
  if (!community) throw new AppError('community-unknown', { fields: { community: words.notRegistered } })
  const [roles, minChallenge, c2paRoot] = await Promise.all([
    readRoles(services.chain, community.collection),
    readMinChallenge(services.chain, community.collection),
    storedRoot(services),
  ])
  const licenceId = input.licence ?? community.licence
  const now = (await readClock(services.db)).now()
  const strategies = strategiesFrom(input, { strategies: community.strategies, now })
  await requireUsable(services, strategies, community.collection)
  return write(services, actor, (ctx) => {
    const setting = {
      chainId: community.chainId,
      collection: community.collection,
      roles,
      strategies: community.strategies,
      licence: { id: licenceId, textHash: licenceTextHash(licenceId) },
      gates: DEFAULT_GATES.map((gate) => ({ ...gate })),
      minChallenge,
      finalityDepth: community.chainId === LOCAL_CHAIN_ID ? 1 : 12,
      c2paRoot,
      nonce: toHex(crypto.getRandomValues(new Uint8Array(32))),
      now: ctx.clock.now(),
    }
    const faults = templateFaults(input, setting)
    if (Object.keys(faults).length > 0) throw new AppError('rules-invalid', { fields: faults })
    const rules = parseRules(rulesFrom(input, setting))
    const slug = input.slug ?? slugFrom(rules.title)
    return insertRound({ ctx, input: { communityId: community.id, director: roles.director, slug, rules } })
  })
}
