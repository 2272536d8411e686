import { type BallotSet, ballotSetOf } from '#lib/protocol/ballot-set.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import { type CheckContext, needs } from './context.ts'
import { type CheckReport, startCheck } from './report.ts'

/** Check 4: signature, window, sequence and grammar of every ballot. Needs no chain. */
export async function checkBallots(
  context: CheckContext,
): Promise<{ report: CheckReport; set: BallotSet | null }> {
  const log = startCheck('4')
  const core = needs(context, log, ['rules', 'roundId', 'candidates', 'leaves', 'posted'])
  if (!core) return { report: log.done('the ballots cannot be checked'), set: null }
  const { rules, roundId, candidates, leaves, posted } = core
  const candidateRoot = rootOrNull(candidates)
  if (!candidateRoot) {
    log.unknown({ file: 'candidates.jsonl' }, 'needs-file', 'the candidates have no root')
    return { report: log.done('the ballots cannot be checked'), set: null }
  }
  const set = await ballotSetOf({
    rules,
    roundId,
    candidateRoot,
    candidateCount: candidates.length,
    leaves,
    posted,
  })
  for (const { index, code, message } of set.logFaults) {
    const file = shardPath('log', Math.floor(index / SHARD_LEAVES))
    log.red({ file, line: (index % SHARD_LEAVES) + 1 }, code, message)
  }
  const counted = posted.length - set.postedFaults.length
  const summary = `${leaves.length} ballots in the log, ${counted} of ${posted.length} posted ones are valid`
  const sound = set.logFaults.length === 0
  return { report: log.done(summary), set: sound ? set : null }
}

function rootOrNull(candidates: Parameters<typeof candidateRootOf>[0]) {
  try {
    return candidateRootOf(candidates)
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}
