import { collectionAbi } from '#contracts-abi/collection.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { parseRules, roundIdOf } from '#lib/protocol/rules.ts'
import { findRound, type Round } from '#lib/rounds/data.ts'
import * as rounds from '#lib/rounds/mutations.ts'
import { openedAt } from '#lib/rounds/rules-template.ts'
import { storedRoot } from './stored-root.ts'

/**
 * Opens submissions: the rules are final from here, and their hash names the round.
 * @throws AppError round-unknown, not-director, round-frozen, operator-mismatch, credentials-unusable
 */
export async function freezeRound(services: Services, id: string, actor: string): Promise<Round> {
  const draft = await findRound(services.db, id)
  if (!draft) throw new AppError('round-unknown')
  const roles = await readRoles(services.chain, draft.community.collection)
  if (roles.operator !== services.operator().address.toLowerCase()) throw new AppError('operator-mismatch')
  const c2paRoot = await storedRoot(services)
  return write(services, actor, (ctx) => {
    // The contract may have changed hands since the draft was made, and the credentials their folder.
    const current = { ...draft.rules, operator: roles.operator, treasury: roles.treasury, c2paRoot }
    const rules = parseRules(openedAt(current, ctx.clock.now()))
    const frozen = { rules, rulesText: canonicalText(rules), roundId: roundIdOf(rules) }
    return rounds.freezeRound({
      ctx,
      input: { rowId: draft.rowId, director: roles.director, ...frozen },
    })
  })
}

/**
 * Ends a round that is not opened on chain yet. Afterwards only the guardian can, publicly.
 * @throws AppError round-unknown, not-director, round-state
 */
export async function cancelRound(
  services: Services,
  input: { id: string; reason: string },
  actor: string,
): Promise<Round> {
  const round = await findRound(services.db, input.id)
  if (!round) throw new AppError('round-unknown')
  const roles = await readRoles(services.chain, round.community.collection)
  if (round.roundId && (await isOpened(services, round))) throw new AppError('round-state')
  return write(services, actor, (ctx) =>
    rounds.cancelRound({
      ctx,
      input: { rowId: round.rowId, director: roles.director, reason: input.reason },
    }),
  )
}

/** Asked of the contract itself: the events in the database may lag behind it. */
async function isOpened(services: Services, round: Round): Promise<boolean> {
  if (!round.roundId) return false
  const state = await services.chain.readContract({
    address: round.community.collection,
    abi: collectionAbi,
    functionName: 'stateOf',
    args: [round.roundId],
  })
  return state !== 0
}
