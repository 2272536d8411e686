import { bytes32Of, digestOfFileHash } from '#lib/protocol/bytes.ts'
import type { Evidence } from '#lib/protocol/evidence.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { type Said, said } from '#lib/protocol/said.ts'
import { type ChainView, type CheckContext, chainOf, compare, needs } from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

/** Check 1: the rules are the round, and the round that the chain opened. */
export function checkRules(context: CheckContext, manifestRoundId: Bytes32 | null): CheckReport {
  const log = startCheck('1', context.say)
  const core = needs(context, log, ['rules', 'roundId', 'evidence'])
  if (!core) return log.done('the rules cannot be checked')
  const { rules, roundId, evidence } = core
  const source = 'rules.json'
  const same = (file: string, field: string, what: Said, here: unknown, there: unknown) =>
    compare(log, { file, field }, 'rules-differ', { what, here, there, source })
  if (manifestRoundId) same('manifest.json', 'roundId', said('the round'), manifestRoundId, roundId)
  if (context.core.result)
    same('result.json', 'roundId', said('the round'), context.core.result.roundId, roundId)
  same('evidence.json', 'chainId', said('the chain'), evidence.chainId, rules.chainId)
  same('evidence.json', 'collection', said('the collection'), evidence.collection, rules.collection)
  same('evidence.json', 'opening.operator', said('the operator'), evidence.opening.operator, rules.operator)
  const { director, guardian, operator } = evidence.opening
  if (new Set([director, guardian, operator]).size < 3)
    log.red(
      { file: 'evidence.json', field: 'opening' },
      'roles-shared',
      'director, guardian and operator are not three',
    )
  if (context.collection && context.collection !== rules.collection)
    log.red(
      { file: 'rules.json', field: 'collection' },
      'collection-differs',
      'the round belongs to {collection}, not to {known}',
      { collection: rules.collection, known: context.collection },
    )
  const chain = chainOf(context, log)
  if (chain) compareOpening(log, chain, rules, evidence)
  return log.done('the rules hash to {roundId}', { roundId })
}

function compareOpening(log: CheckLog, chain: ChainView, rules: Rules, evidence: Evidence): void {
  const { facts, events } = chain
  const pairs: [string, unknown, unknown][] = [
    ['opensAt', rules.opensAt, facts.opensAt],
    ['closesAt', rules.closesAt, facts.closesAt],
    ['sealGrace', rules.sealGrace, facts.sealGrace],
    ['challengeSeconds', rules.challengeSeconds, facts.challengeSeconds],
    ['licence.textHash', bytes32Of(digestOfFileHash(rules.licence.textHash)), facts.licenceHash],
    ['royalty.receiver', rules.royalty.receiver, facts.royaltyReceiver],
    ['royalty.bps', rules.royalty.bps, facts.royaltyBps],
    ['c2paRoot', rules.c2paRoot, events.opened?.c2paRoot],
  ]
  for (const [field, here, there] of pairs)
    compare(log, { file: 'rules.json', field }, 'opening-differs', {
      what: field,
      here,
      there,
      source: said('the chain'),
    })
  const opened = events.opened
  if (!opened) {
    log.red(
      { file: 'evidence.json', field: 'opening.anchor' },
      'opening-differs',
      'the chain has no opening of this round from that block on',
    )
    return
  }
  const { roundIndex, director, guardian, operator, anchor } = evidence.opening
  const here = { roundIndex, director, guardian, operator, ...anchor }
  const there: Record<string, unknown> = { ...opened, ...opened.anchor }
  for (const [field, value] of Object.entries(here)) {
    const path = field in anchor ? `opening.anchor.${field}` : `opening.${field}`
    const pair = { what: field, here: value, there: there[field], source: said('the chain') }
    compare(log, { file: 'evidence.json', field: path }, 'opening-differs', pair)
  }
}
