import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { BallotCollector, BallotSet } from '#lib/protocol/ballot-set.ts'
import type { PostedRecord } from '#lib/protocol/evidence.ts'
import { type BallotRound, judgePosted } from '#lib/protocol/judge-lines.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import { askPostedBy, checkWallets } from './check-wallets.ts'
import { type CheckContext, needs } from './context.ts'
import { ballotRoundOf } from './core.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

/** The ballots of a round once check 4 is done. */
export type CheckedBallots = {
  report: CheckReport
  /** Null when one of the log should not be there. */
  set: BallotSet | null
  /** Ballots of contract wallets that nobody asked a chain about. */
  recorded: ReadonlySet<VerifiedBallot>
}

const NONE: ReadonlySet<VerifiedBallot> = new Set()

/** Check 4: signature, window, sequence and grammar of every ballot. Only contract wallets need a chain. */
export async function checkBallots(context: CheckContext): Promise<CheckedBallots> {
  const check = startCheck('4', context.say)
  const core = needs(context, check, ['rules', 'roundId', 'candidates', 'log', 'posted'])
  if (!core) return { report: check.done('the ballots cannot be checked'), set: null, recorded: NONE }
  const { rules, roundId, candidates, log, posted } = core
  const round = ballotRoundOf(rules, roundId, candidates, context.core.evidence)
  if (!round || !log.collector) {
    check.unknown(
      { file: 'candidates.jsonl' },
      'needs-file',
      'the candidates have no root, or the opening of a pairwise round is missing',
    )
    return { report: check.done('the ballots cannot be checked'), set: null, recorded: NONE }
  }
  await addPosted(check, context, { round, posted, collector: log.collector })
  const { set } = log.collector
  for (const { index, code, said } of set.logFaults) {
    const file = shardPath('log', Math.floor(index / SHARD_LEAVES))
    check.red({ file, line: (index % SHARD_LEAVES) + 1 }, code, '{fault}', { fault: said })
  }
  const recorded = await checkWallets(check, context, set)
  const counted = posted.length - set.postedFaults.length - set.open.length
  const report = check.done('{ballots} ballots in the log, {counted} of {posted} posted ones are valid', {
    ballots: log.tree.size,
    counted,
    posted: posted.length,
  })
  return { report, set: report.colour === 'red' ? null : set, recorded }
}

type Posted = { round: BallotRound; posted: readonly PostedRecord[]; collector: BallotCollector }

/** Takes the posted ballots; one that no key signed is unknown where no chain says what the contract did. */
async function addPosted(check: CheckLog, context: CheckContext, into: Posted): Promise<void> {
  const { round, posted, collector } = into
  const ask = askPostedBy(context)
  for (const [index, record] of posted.entries()) {
    const place = { file: 'posted.jsonl', line: index + 1, field: 'ballot' }
    const judged = await check.read(place, judgePosted(round, record, ask))
    const verdict = judged ?? (await judgePosted(round, record))
    collector.addPosted(verdict)
    if (judged?.kind === 'open')
      check.unknown(
        place,
        'needs-chain',
        'only the chain can tell whether the contract {voter} took this ballot',
        { voter: judged.voter },
      )
  }
}
