import { canonicalText } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { type Evidence, type HeadRecord, operatorAt } from '#lib/protocol/evidence.ts'
import { verifyHead } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import type { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Receipt, verifyReceipt } from '#lib/protocol/receipt.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { said } from '#lib/protocol/said.ts'
import {
  attestWhole,
  type ChainView,
  type CheckContext,
  chainOf,
  compare,
  compareLists,
  needs,
} from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

/** How far acceptedAt may lie before and after the blocks of the neighbouring heads, in seconds (PROTOCOL 4). */
const BEFORE_SECONDS = 300
const AFTER_SECONDS = 120

/** Check 5: the log is the sealed one, its heads are signed, its times fit, receipts and posted ballots are in it. */
export async function checkLog(context: CheckContext): Promise<CheckReport> {
  const log = startCheck('5', context.say)
  const core = needs(context, log, ['rules', 'roundId', 'log', 'heads', 'posted', 'evidence'])
  if (!core) return log.done('the log cannot be checked')
  const { rules, heads, evidence } = core
  const { tree, acceptedAt, hashFaults } = core.log
  for (const { index, hash } of hashFaults)
    log.red(leafPlace('leaf-hashes', index, 'hash'), 'leaf-hash', 'the leaf hashes to {hash}', {
      hash: hash ?? said('nothing'),
    })
  await checkHeads(log, { ...core, tree })
  checkTimes(log, rules, acceptedAt, heads)
  checkRotations(log, evidence)
  checkPostedTimes(log, core)
  for (const receipt of context.receipts) await checkReceipt(log, receipt, { rules, evidence, tree })
  const chain = chainOf(context, log)
  if (chain) {
    attestWhole(chain, log)
    compareWithChain(log, chain, core, tree)
  }
  return log.done('{size} leaves, {heads} heads, {receipts} receipts compared', {
    size: tree.size,
    heads: heads.length,
    receipts: context.receipts.length,
  })
}

function leafPlace(folder: 'log' | 'leaf-hashes', index: number, field: string) {
  return {
    file: shardPath(folder, Math.floor(index / SHARD_LEAVES)),
    line: (index % SHARD_LEAVES) + 1,
    field,
  }
}

type HeadsInput = {
  rules: Rules
  roundId: Bytes32
  heads: readonly HeadRecord[]
  evidence: Evidence
  tree: LogTree
}

async function checkHeads(
  log: CheckLog,
  { rules, roundId, heads, evidence, tree }: HeadsInput,
): Promise<void> {
  const file = 'heads.jsonl'
  let lastBlock = 0n
  let sound = 0
  for (const [index, { head, signature, anchor }] of heads.entries()) {
    const at = (field: string) => ({ file, line: index + 1, field })
    if (head.round !== roundId) log.red(at('head.round'), 'head-round', 'a head of another round')
    const size = BigInt(head.size)
    if (size > BigInt(tree.size))
      log.red(at('head.size'), 'head-size', 'the log has {size} leaves', { size: tree.size })
    else if (tree.root(Number(size)) !== head.root) {
      log.red(at('head.root'), 'head-root', 'the first {size} leaves give {root}', {
        size,
        root: tree.root(Number(size)),
      })
      nameLeaves(log, sound, Number(size))
    } else sound = Number(size)
    const operator = operatorAt(evidence, size)
    const fault = await refusalOf(verifyHead({ home: rules, head, signature, operator }))
    if (fault) log.red(at('signature'), fault.code, '{fault}', { fault: fault.said })
    if (!anchor) continue
    if (anchor.blockTime < rules.opensAt || anchor.blockTime >= rules.closesAt + rules.sealGrace)
      log.red(at('anchor.blockTime'), 'head-window', 'anchored outside the time for it')
    if (BigInt(anchor.blockNumber) < lastBlock)
      log.red(at('anchor.blockNumber'), 'head-order', 'anchored too early')
    lastBlock = BigInt(anchor.blockNumber)
  }
  const sealed = heads.findLast(({ anchor }) => anchor !== null)?.head.size ?? '0'
  if (sealed !== String(tree.size))
    log.red({ file }, 'head-sealed', 'the sealed log has {sealed} leaves, the bundle {size}', {
      sealed,
      size: tree.size,
    })
}

/** A head that fits and the next one that does not have the changed leaf between them. */
function nameLeaves(log: CheckLog, sound: number, size: number): void {
  if (size <= sound) return
  const { file, line } = leafPlace('log', sound, 'ballot')
  log.red(
    { file, line },
    'leaf-range',
    'one of the leaves {first} to {last} of the log is not the one that this head covers',
    { first: sound + 1, last: size },
  )
}

async function refusalOf(check: Promise<unknown>): Promise<ProtocolError | null> {
  try {
    await check
    return null
  } catch (error) {
    if (error instanceof ProtocolError) return error
    throw error
  }
}

function checkTimes(
  log: CheckLog,
  rules: Rules,
  times: readonly number[],
  heads: readonly HeadRecord[],
): void {
  const anchored = heads.filter(({ anchor }) => anchor !== null)
  let next = 0
  let before = rules.opensAt
  times.forEach((acceptedAt, index) => {
    const place = leafPlace('log', index, 'acceptedAt')
    if (acceptedAt < before) log.red(place, 'leaf-time', 'earlier than the leaf before it, or than opensAt')
    if (acceptedAt >= rules.closesAt) log.red(place, 'leaf-time', 'later than the close')
    before = Math.max(before, acceptedAt)
    while (next < anchored.length && Number(anchored[next]?.head.size) <= index) next += 1
    const earliest = anchored[next - 1]?.anchor?.blockTime
    const latest = anchored[next]?.anchor?.blockTime
    if (earliest !== undefined && acceptedAt < earliest - BEFORE_SECONDS)
      log.red(place, 'leaf-time', 'long before the block of the head before it')
    if (latest !== undefined && acceptedAt > latest + AFTER_SECONDS)
      log.red(place, 'leaf-time', 'long after the block of the head that contains it')
  })
}

function checkRotations(log: CheckLog, evidence: Evidence): void {
  let operator = evidence.opening.operator
  let size = 0n
  evidence.rotations.forEach((rotation, index) => {
    const place = { file: 'evidence.json', field: `rotations[${index}]` }
    if (rotation.formerOperator !== operator)
      log.red(place, 'rotation', 'the former operator was another one')
    if (BigInt(rotation.size) < size) log.red(place, 'rotation', 'sizes fall')
    operator = rotation.operator
    size = BigInt(rotation.size)
  })
}

function checkPostedTimes(
  log: CheckLog,
  core: { rules: Rules; posted: CheckContext['core']['posted'] },
): void {
  core.posted?.forEach(({ anchor }, index) => {
    if (anchor.blockTime >= core.rules.opensAt && anchor.blockTime < core.rules.closesAt) return
    const place = { file: 'posted.jsonl', line: index + 1, field: 'anchor.blockTime' }
    log.red(place, 'posted-window', 'posted outside the time for voting')
  })
}

async function checkReceipt(
  log: CheckLog,
  receipt: Receipt,
  sealed: { rules: Rules; evidence: Evidence; tree: LogTree },
): Promise<void> {
  const { rules, evidence, tree } = sealed
  const size = BigInt(receipt.head.size)
  const fault = await refusalOf(verifyReceipt(receipt, { rules, operator: operatorAt(evidence, size) }))
  if (fault) return log.red(null, fault.code, 'a receipt: {fault}', { fault: fault.said })
  if (size > BigInt(tree.size) || tree.root(Number(size)) !== receipt.head.root)
    log.red({ file: 'heads.jsonl' }, 'receipt-contradicts', 'a receipt has another log of {size} leaves', {
      size,
    })
  if (tree.leaf(receipt.leafIndex) !== leafHashOf(leafBytes(receipt.leaf)))
    log.red(
      leafPlace('log', receipt.leafIndex, 'ballot'),
      'receipt-dropped',
      'a receipt was given for another leaf here',
    )
}

type ChainPart = { [K in 'heads' | 'posted' | 'evidence']: NonNullable<CheckContext['core'][K]> }

function compareWithChain(log: CheckLog, chain: ChainView, core: ChainPart, tree: LogTree): void {
  const { facts, events } = chain
  const source = said('the chain')
  const file = 'heads.jsonl'
  compare(log, { file }, 'sealed-size', {
    what: said('the sealed size'),
    here: tree.size,
    there: facts.logSize,
    source,
  })
  compare(log, { file }, 'sealed-root', {
    what: said('the sealed root'),
    here: tree.root(),
    there: facts.logRoot,
    source,
  })
  const anchored = core.heads.flatMap(({ head, signature, anchor }, index) => {
    const { size, root, signedAt } = head
    return anchor
      ? [{ line: index + 1, text: canonicalText({ size, root, signedAt, signature, anchor }) }]
      : []
  })
  const lineOf = (index: number) => anchored[index]?.line ?? core.heads.length + 1
  compareLists(
    log,
    anchored.map(({ text }) => text),
    events.heads.map(canonicalText),
    (index) => ({ file, line: lineOf(index) }),
  )
  compareLists(log, core.posted.map(canonicalText), events.posted.map(canonicalText), (index) => ({
    file: 'posted.jsonl',
    line: index + 1,
  }))
  const { rotations } = core.evidence
  compareLists(log, rotations.map(canonicalText), events.rotated.map(canonicalText), (index) => ({
    file: 'evidence.json',
    field: `rotations[${index}]`,
  }))
}
