import { privateKeyToAccount } from 'viem/accounts'
import { headDigest } from '#lib/protocol/head.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { droppedStep, equivocationStep, type Step } from '#lib/protocol/verify/fraud-evidence.ts'
import type { SeenHead } from '#lib/protocol/verify/watch-log.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { operatorKey } from '#scripts/operator-key.ts'
import type { Visitor } from '#scripts/play/visitor.ts'

type ListedHead = { size: number; root: Bytes32; signedAt: number; signature: `0x${string}` }

/** The root of a log that nobody has. */
const FORKED: Bytes32 = `0x${'f0'.repeat(32)}`

/** The newest head of a round that its operator shows. */
async function shownHead(by: Visitor, { roundId, rules }: RoundView): Promise<SeenHead> {
  const { items } = await by.ask<{ items: ListedHead[] }>('GET', `/api/v1/rounds/${roundId}/log/heads?take=1`)
  const [head] = items
  if (!head || !roundId) throw new Error('no head is signed yet')
  const { size, root, signedAt, signature } = head
  return {
    head: { round: roundId, size: String(size), root, signedAt: String(signedAt) },
    signature,
    signer: rules.operator,
    source: 'server',
  }
}

/** Another log under the operator's own key, which lies in the folder of the demo. */
async function forgedHead(
  folder: string,
  { rules }: RoundView,
  shown: SeenHead,
  more = 0,
): Promise<SeenHead> {
  const head = { ...shown.head, size: String(Number(shown.head.size) + more), root: FORKED }
  const signature = await privateKeyToAccount(operatorKey(folder)).sign({ hash: headDigest(rules, head) })
  return { ...shown, head, signature }
}

async function bring(by: Visitor, round: RoundView, step: Step): Promise<void> {
  const tx = await by.send(step.to, step.data)
  await by.ask('POST', `/api/v1/rounds/${round.roundId}/sync?tx=${tx}`)
}

/** Freezes a round with two logs of one size. */
export async function proveFork(folder: string, by: Visitor, round: RoundView): Promise<void> {
  const shown = await shownHead(by, round)
  const forged = await forgedHead(folder, round, shown)
  await bring(by, round, equivocationStep({ roundId: shown.head.round, rules: round.rules }, shown, forged))
}

/** Freezes a round whose log is sealed with a head of one ballot more. */
export async function proveDrop(folder: string, by: Visitor, round: RoundView): Promise<void> {
  const shown = await shownHead(by, round)
  const forged = await forgedHead(folder, round, shown, 1)
  await bring(by, round, droppedStep({ roundId: shown.head.round, rules: round.rules }, forged, []))
}
