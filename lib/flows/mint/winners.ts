import { collectionCall } from '#lib/flows/collection-call.ts'
import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { parseJsonLines } from '#lib/protocol/canonical.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { type WinnerRow, winnerSchema, winnersInLeafOrder } from '#lib/protocol/winners.ts'
import { anchoredClosing, type Closing } from '#lib/rounds/results/data.ts'
import type { WinnersView } from '#lib/rounds/schema.ts'

async function winnerLines(services: Pick<Services, 'storage'>, closing: Closing): Promise<WinnerRow[]> {
  const key = closing.files['winners.jsonl']
  const bytes = key ? await services.storage.get(key) : null
  if (!bytes) throw new AppError('bundle-not-ready', { detail: 'winners.jsonl is not in the store' })
  return parseJsonLines(bytes).map((line) => winnerSchema.parse(line))
}

function missingFor({ facts, state, now }: RoundOnChain, closing: Closing | null): WinnersView['missing'] {
  if (state === 'cancelled') return ['cancelled']
  if (facts.closes.length === 0) return ['not-closed']
  if (!closing) return ['not-ours']
  if (facts.frozen) return ['frozen']
  if (closing.result.winners.length === 0) return ['no-winners']
  if (state === 'minted') return ['minted']
  if (facts.finalAt === null || now < facts.finalAt) return ['challenge-running']
  return []
}

/** The winners that the chain's result names, and the one call that mints them. @throws AppError round-unknown */
export async function winnersFor(services: Services, id: string): Promise<WinnersView> {
  const seen = await roundOnChain(services, id)
  const { round, facts } = seen
  const closing = await anchoredClosing(services.db, round.rowId, facts)
  const missing = missingFor(seen, closing)
  const rows = closing ? winnersInLeafOrder(round.roundId, await winnerLines(services, closing)) : []
  const minted = new Map(facts.minted.map((event) => [event.rank, event.place.txHash]))
  const roundIndex = facts.opened?.roundIndex ?? 0
  return {
    ready: missing.length === 0,
    missing,
    finalAt: facts.finalAt,
    rows: rows.map((row) => ({
      ...row,
      tokenId: String(tokenIdOf(roundIndex, row.rank)),
      tokenUri: `ipfs://${rawCidOf(row.tokenDigest)}`,
      minted: minted.has(row.rank),
      mintTx: minted.get(row.rank) ?? null,
    })),
    call:
      missing.length === 0
        ? collectionCall(round.community.collection, 'mintWinners', [round.roundId, rows])
        : null,
  }
}
