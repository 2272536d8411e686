import { POWER_PROOFS } from '#lib/protocol/manifest.ts'
import { isTokenShare } from '#lib/protocol/power.ts'
import { type PowerProofs, type ProvenToken, provenToken } from '#lib/protocol/proofs/power-proof.ts'
import { layoutsOf } from '#lib/protocol/proofs/storage-layout.ts'
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
      `what the token of strategy ${index} answers was not recorded; verso record --powers does`,
    )
  if (!layoutsOf(strategy).includes(proof.layout))
    return log.red(place, 'power-layout', `${proof.layout} says nothing of ${strategy.id}`)
  const token = log.attempt(place, () => provenToken(stateRoot, strategy.token, proof))
  if (!token) return
  comparePowers(log, token, reads)
  if (!token.passedInOrder())
    log.red(place, 'proof-invalid', 'the nodes are not the ways to the voters, in their order')
  const message = `that ${strategy.token} keeps what accounts hold as ${proof.layout} in slot ${proof.slot} is the word of who recorded it`
  log.attested(place, 'storage-layout', message)
}

function comparePowers(log: CheckLog, token: ProvenToken, reads: StrategyReads): void {
  const { index, strategy, powers, snapshotAt } = reads
  const snapshot = blockAt(reads, snapshotAt)
  const moments: (string | null | undefined)[] = countsDelegated(strategy)
    ? [String(snapshotAt), snapshot?.number]
    : [null]
  const source = 'the recorded storage'
  powers.forEach(({ account, shares }, row) => {
    const share = shares[index]
    if (!share || !isTokenShare(share)) return
    const at = (field: string) => ({ file: FILE, line: row + 1, field: `shares[${index}].${field}` })
    const held = log.attempt(at('raw'), () => ({ raw: token.held(account) }))
    if (held)
      compare(log, at('raw'), 'power-raw', { what: 'the answer', here: share.raw, there: held.raw, source })
    const code = { what: 'the code', here: share.codeHash, there: token.codeHash, source }
    compare(log, at('codeHash'), 'power-code', code)
    if (!moments.includes(share.timepoint))
      log.red(at('timepoint'), 'power-timepoint', `the snapshot is at ${moments.join(' or ')}`)
  })
}
