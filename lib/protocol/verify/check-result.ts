import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { BallotSet } from '#lib/protocol/ballot-set.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { type Evidence, tieSeedOf } from '#lib/protocol/evidence.ts'
import { inputsFrom } from '#lib/protocol/manifest.ts'
import { powersByAccount, powersByChain } from '#lib/protocol/power.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { type Result, resultHashOf, resultOf, type SealedResult, type Tally } from '#lib/protocol/result.ts'
import { type Sentence, said } from '#lib/protocol/said.ts'
import { tally } from '#lib/protocol/tally.ts'
import {
  attestWhole,
  type ChainView,
  type CheckContext,
  chainOf,
  compare,
  compareBlock,
  compareLists,
  needs,
} from './context.ts'
import type { Core } from './core.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

const FILE = 'result.json'

/** Check 7: the recount gives this result, with the tie seed and voids of the chain, and its hash is anchored. */
export async function checkResult(
  context: CheckContext,
  set: BallotSet | null,
): Promise<{ report: CheckReport; recount: SealedResult | null }> {
  const log = startCheck('7', context.say)
  if (context.core.result)
    compareInputs(log, context.core.result.inputs, inputsFrom(context.core.files.facts))
  const core = needs(context, log, ['rules', 'voids', 'evidence', 'result'])
  if (!core)
    return { report: log.done('the result cannot be checked'), recount: recountOf(context, set, null) }
  const { rules, voids, evidence, result } = core
  const recount = recountOf(context, set, log)
  if (recount) compareResults(log, result, recount)
  checkTieSeed(log, evidence)
  voids.forEach(({ anchor }, index) => {
    const place = { file: 'voids.jsonl', line: index + 1, field: 'anchor.blockTime' }
    if (anchor.blockTime >= rules.closesAt) log.red(place, 'void-late', 'voided after the close')
  })
  const chain = chainOf(context, log)
  if (chain) {
    attestWhole(chain, log)
    await compareWithChain(log, chain, core)
  }
  return { report: log.done(...outcomeIn(result)), recount }
}

function outcomeIn({ winners, turnout, quorum }: Result): Sentence {
  const numbers = winners.map(({ number }) => `#${number}`)
  const outcome = numbers.length > 0 ? said('winners {numbers}', { numbers }) : said('no winners')
  const values = { voters: turnout.voters, outcome }
  return quorum.reached
    ? ['{voters} voters, {outcome}', values]
    : ['{voters} voters, {outcome}, the quorum was not reached', values]
}

/** Counts ballots by what else the bundle says; null where it does not say enough. @throws ProtocolError as `tally` */
export function tallyOf(core: Core, ballots: readonly VerifiedBallot[]): Tally | null {
  const { rules, roundId, candidates, voids, powers, evidence } = core
  if (!rules || !roundId || !candidates || !voids || !powers || !evidence) return null
  return tally({
    rules,
    roundId,
    candidates,
    voids,
    ballots,
    powers: powersByAccount(rules, powers),
    chainPowers: powersByChain(rules, powers),
    tieSeed: tieSeedOf(evidence),
  })
}

/** Counts the round again; null, with a finding, when what the tally needs is not there. */
function recountOf(context: CheckContext, set: BallotSet | null, log: CheckLog | null): SealedResult | null {
  const { core } = context
  const { rules, roundId } = core
  if (set && set.open.length > 0) {
    log?.unknown(
      null,
      'needs-chain',
      'cannot be counted again before a chain says which posted ballots count',
    )
    return null
  }
  try {
    const counted = set && tallyOf(core, set.ballots)
    if (counted && rules && roundId)
      return resultOf({ rules, roundId, tally: counted, inputs: inputsFrom(core.files.facts) })
    log?.unknown(
      null,
      'needs-file',
      'cannot be counted again without sound ballots, candidates, voids and powers',
    )
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    log?.red(null, error.code, 'the round cannot be counted: {fault}', { fault: error.said })
  }
  return null
}

function compareResults(log: CheckLog, result: Result, recount: SealedResult): void {
  for (const field of Object.keys(recount) as (keyof Result)[]) {
    if (field === 'inputs' || canonicalText(result[field]) === canonicalText(recount[field])) continue
    log.red({ file: FILE, field }, 'result-differs', 'the recount gives something else')
  }
}

function compareInputs(log: CheckLog, here: Record<string, FileHash>, there: Record<string, FileHash>): void {
  for (const path of new Set([...Object.keys(here), ...Object.keys(there)])) {
    if (here[path] === there[path]) continue
    const made = here[path] ?? said('no such file')
    log.red({ file: FILE, field: `inputs.${path}` }, 'result-input', 'the file has {hash}', {
      hash: there[path] ?? said('no hash'),
    })
    if (there[path]) log.red({ file: path }, 'result-input', 'the result was made from {made}', { made })
  }
}

function checkTieSeed(log: CheckLog, evidence: Evidence): void {
  const { block, parent } = evidence.tieSeed
  const place = { file: 'evidence.json', field: 'tieSeed' }
  if (block.parentHash !== parent.hash || BigInt(block.number) !== BigInt(parent.number) + 1n)
    log.red(place, 'tie-seed', 'the block does not follow its parent')
}

type ResultCore = { [K in 'voids' | 'evidence' | 'result']: NonNullable<CheckContext['core'][K]> }

async function compareWithChain(log: CheckLog, chain: ChainView, core: ResultCore): Promise<void> {
  const { facts, events } = chain
  const source = said('the chain')
  for (const name of ['block', 'parent'] as const) {
    const place = { file: 'evidence.json', field: `tieSeed.${name}` }
    await compareBlock(log, chain, place, core.evidence.tieSeed[name])
  }
  compareLists(log, core.voids.map(canonicalText), events.voided.map(canonicalText), (index) => ({
    file: 'voids.jsonl',
    line: index + 1,
  }))
  if (events.cancelled)
    log.unknown(null, 'round-cancelled', 'the guardian cancelled this round; it has no result')
  else if (facts.closes === 0) log.unknown(null, 'not-closed', 'no result is anchored yet')
  else {
    const here = resultHashOf(core.result)
    const pair = { what: 'resultHash', here, there: facts.resultHash, source }
    compare(log, { file: FILE }, 'result-hash', pair)
  }
  if (facts.frozen)
    log.unknown(null, 'round-frozen', 'the operator was caught; the guardian has not ruled yet')
}
