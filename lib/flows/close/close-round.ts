import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { recordLiked } from '#lib/generation/executions/mutations.ts'
import { buildBundle } from '#lib/protocol/bundle.ts'
import { recordClosing } from '#lib/rounds/results/mutations.ts'
import { collectRound } from './collect.ts'
import { isSealed } from './is-sealed.ts'
import { parsePowerLines } from './power-lines.ts'

export type Counted = { kind: 'counted'; attempt: number; bundleDigest: string } | { kind: 'not-sealed' }

/**
 * Counts a sealed round and keeps its bundle. From the same facts come the same bytes, so it may run twice,
 * in several workers, or again after a reorganisation. A cancelled round is counted and published too.
 * @throws AppError round-unknown, closing-not-ready, power-unavailable
 */
export async function countRound(services: Services, id: string): Promise<Counted> {
  await followChain(services)
  const seen = await roundOnChain(services, id)
  if (!(await isSealed(services, seen))) return { kind: 'not-sealed' }
  const bundle = await buildBundle(await collectRound(services, seen))
  const files: Record<string, string> = {}
  for (const [path, bytes] of bundle.files) files[path] = await services.storage.put(bytes)
  const { resultHash, winnersRoot, sharesRoot, sharesTotal, manifestDigest, result } = bundle
  const ranking = result.quorum.reached ? result.ranking.map(({ number }) => number) : []
  const attempt = await write(services, 'worker', async (ctx) => {
    await recordLiked({ ctx, input: { roundRowId: seen.round.rowId, ranking } })
    return recordClosing({
      ctx,
      input: {
        roundRowId: seen.round.rowId,
        closing: {
          resultHash,
          winnersRoot,
          sharesRoot,
          sharesTotal,
          bundleDigest: manifestDigest,
          files,
          result,
        },
        powers: parsePowerLines(bundle.files),
      },
    })
  })
  return { kind: 'counted', attempt, bundleDigest: manifestDigest }
}
