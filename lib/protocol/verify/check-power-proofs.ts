import { POWER_PROOFS } from '#lib/protocol/manifest.ts'
import { isTokenShare } from '#lib/protocol/power.ts'
import { type PowerProofs, type ProvenToken, provenToken } from '#lib/protocol/proofs/power-proof.ts'
import { layoutsOf } from '#lib/protocol/proofs/storage-layout.ts'
import { type Sentence, said } from '#lib/protocol/said.ts'
import { countsDelegated } from '#lib/protocol/strategy.ts'
import { blockAt, type StrategyReads } from './compare-strategy.ts'
import { type ChainView, compare } from './context.ts'
import type { CheckLog } from './report.ts'

const FILE = 'powers.jsonl'

/** Compares the answers of one token with what its storage held after the snapshot block. */
export function compareWithProof(
  log: CheckLog,
  chain: ChainView,
  reads: StrategyReads,
  proofs: PowerProofs | null,
): void {
  const { index, strategy, snapshotAt } = reads
  const snapshot = blockAt(reads, snapshotAt)
  if (!snapshot) return
  const place = { file: POWER_PROOFS, field: `proofs[${index}]` }
  const proof = proofs?.proofs.find((one) => one.strategy === index)
  const stateRoot = chain.stateRoot(snapshot.number)
  if (!proof || !stateRoot)
    return log.unknown(
      { file: FILE },
      'needs-chain',
      'what the token of strategy {index} answers was not recorded; verso record --powers does',
      { index },
    )
  if (!layoutsOf(strategy).includes(proof.layout))
    return log.red(place, 'power-layout', '{layout} says nothing of {id}', {
      layout: proof.layout,
      id: strategy.id,
    })
  const token = log.attempt(place, () => provenToken(stateRoot, strategy.token, proof))
  if (!token) return
  comparePowers(log, token, reads)
  if (!token.passedInOrder())
    log.red(place, 'proof-invalid', 'the nodes are not the ways to the voters, in their order')
  log.attested(
    place,
    'storage-layout',
    'that {token} keeps what accounts hold as {layout} in slot {slot} is the word of who recorded it',
    { token: strategy.token, layout: proof.layout, slot: proof.slot },
  )
}

function momentsIn(moments: readonly (string | null | undefined)[]): Sentence {
  const [moment, block] = moments.map((one) => one ?? '')
  return moments.length < 2
    ? ['the snapshot is at {moment}', { moment: moment ?? '' }]
    : ['the snapshot is at {moment} or {block}', { moment: moment ?? '', block: block ?? '' }]
}

function comparePowers(log: CheckLog, token: ProvenToken, reads: StrategyReads): void {
  const { index, strategy, powers, snapshotAt } = reads
  const snapshot = blockAt(reads, snapshotAt)
  const moments: (string | null | undefined)[] = countsDelegated(strategy)
    ? [String(snapshotAt), snapshot?.number]
    : [null]
  const source = said('the recorded storage')
  powers.forEach(({ account, shares }, row) => {
    const share = shares[index]
    if (!share || !isTokenShare(share)) return
    const at = (field: string) => ({ file: FILE, line: row + 1, field: `shares[${index}].${field}` })
    const held = log.attempt(at('raw'), () => ({ raw: token.held(account) }))
    if (held)
      compare(log, at('raw'), 'power-raw', {
        what: said('the answer'),
        here: share.raw,
        there: held.raw,
        source,
      })
    const code = { what: said('the code'), here: share.codeHash, there: token.codeHash, source }
    compare(log, at('codeHash'), 'power-code', code)
    if (!moments.includes(share.timepoint)) log.red(at('timepoint'), 'power-timepoint', ...momentsIn(moments))
  })
}
