import { outcomeOf } from '#lib/protocol/bundle.ts'
import { equalBytes, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import type { CloseRecord } from '#lib/protocol/evidence.ts'
import { MANIFEST } from '#lib/protocol/manifest.ts'
import type { SealedResult } from '#lib/protocol/result.ts'
import { said } from '#lib/protocol/said.ts'
import { attestWhole, type CheckContext, chainOf, compare, type Named, needs } from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

type Anchored = Pick<
  CloseRecord,
  'resultHash' | 'winnersRoot' | 'sharesRoot' | 'sharesTotal' | 'bundleDigest'
>

/** Check 7b: every token document, the winners and the shares follow from the recount; their roots are anchored. */
export function checkOutcome(context: CheckContext, recount: SealedResult | null): CheckReport {
  const log = startCheck('7b', context.say)
  const core = needs(context, log, ['rules', 'roundId', 'candidates', 'metadata'])
  if (!core || !recount) {
    if (core) log.unknown(null, 'needs-file', 'cannot be made again without a recount')
    return log.done('what is minted cannot be made again')
  }
  const { rules, roundId, candidates, metadata } = core
  const outcome = log.attempt(null, () =>
    outcomeOf({ rules, roundId, result: recount, candidates, metadata }),
  )
  if (!outcome) return log.done('what is minted cannot be made again')
  compareFiles(log, context.core.files, outcome.files)
  const manifest = context.core.files.get(MANIFEST)
  const ours: Anchored = {
    resultHash: outcome.resultHash,
    winnersRoot: outcome.winnersRoot,
    sharesRoot: outcome.sharesRoot,
    sharesTotal: outcome.sharesTotal,
    bundleDigest: sha256Bytes32(manifest ?? new Uint8Array()),
  }
  const { close } = context.core
  if (close) compareAnchored(log, ours, close, 'after/close.json')
  const chain = chainOf(context, log)
  if (chain) attestWhole(chain, log)
  const last = chain?.events.closed.at(-1)
  if (chain && !last) log.unknown(null, 'not-closed', 'no roots are anchored yet')
  if (last) compareAnchored(log, ours, last, said('the chain'))
  if (last && close && canonicalText(last) !== canonicalText(close))
    log.red({ file: 'after/close.json' }, 'record-differs', 'the last RoundClosed event says something else')
  return log.done('{winners} token documents under {winnersRoot}', {
    winners: outcome.winners.length,
    winnersRoot: outcome.winnersRoot,
  })
}

function compareFiles(
  log: CheckLog,
  files: CheckContext['core']['files'],
  made: ReadonlyMap<string, Uint8Array>,
): void {
  for (const [file, bytes] of made) {
    // Check 7 compares result.json field by field.
    if (file === 'result.json') continue
    const given = files.get(file)
    if (!given) log.red({ file }, 'bundle-missing-file', 'the result gives this file')
    else if (!equalBytes(given, bytes))
      log.red({ file, ...lineOf(given, bytes) }, 'outcome-differs', 'the result gives other bytes')
  }
  for (const file of files.facts.keys())
    if (file.startsWith('tokens/') && !made.has(file))
      log.red({ file }, 'outcome-foreign', 'no winner has this document')
}

/** Line of the first byte that differs, from 1. */
function lineOf(given: Uint8Array, made: Uint8Array): { line: number } {
  const at = given.findIndex((byte, index) => byte !== made[index])
  const end = at < 0 ? given.length : at
  return { line: given.subarray(0, end).filter((byte) => byte === 10).length + 1 }
}

function compareAnchored(log: CheckLog, ours: Anchored, theirs: Anchored, source: Named): void {
  const places = {
    resultHash: 'result.json',
    winnersRoot: 'winners.jsonl',
    sharesRoot: 'shares.jsonl',
    sharesTotal: 'shares.jsonl',
    bundleDigest: MANIFEST,
  }
  for (const [what, file] of Object.entries(places) as [keyof Anchored, string][])
    compare(log, { file }, 'anchor-differs', { what, here: ours[what], there: theirs[what], source })
}
