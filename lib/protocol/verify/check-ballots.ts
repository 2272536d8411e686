import type { BallotSet } from '#lib/protocol/ballot-set.ts'
import { judgePosted } from '#lib/protocol/judge-lines.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import { type CheckContext, needs } from './context.ts'
import { ballotRoundOf } from './core.ts'
import { type CheckReport, startCheck } from './report.ts'

/** Check 4: signature, window, sequence and grammar of every ballot. Needs no chain. */
export async function checkBallots(
  context: CheckContext,
): Promise<{ report: CheckReport; set: BallotSet | null }> {
  const check = startCheck('4')
  const core = needs(context, check, ['rules', 'roundId', 'candidates', 'log', 'posted'])
  if (!core) return { report: check.done('the ballots cannot be checked'), set: null }
  const { rules, roundId, candidates, log, posted } = core
  const round = ballotRoundOf(rules, roundId, candidates)
  if (!round || !log.collector) {
    check.unknown({ file: 'candidates.jsonl' }, 'needs-file', 'the candidates have no root')
    return { report: check.done('the ballots cannot be checked'), set: null }
  }
  for (const record of posted) log.collector.addPosted(await judgePosted(round, record))
  const { set } = log.collector
  for (const { index, code, message } of set.logFaults) {
    const file = shardPath('log', Math.floor(index / SHARD_LEAVES))
    check.red({ file, line: (index % SHARD_LEAVES) + 1 }, code, message)
  }
  const counted = posted.length - set.postedFaults.length
  const summary = `${log.tree.size} ballots in the log, ${counted} of ${posted.length} posted ones are valid`
  const sound = set.logFaults.length === 0
  return { report: check.done(summary), set: sound ? set : null }
}
