import { type Hex, TransactionNotFoundError, TransactionReceiptNotFoundError } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { latestHead, type StoredHead } from '#lib/ballots/data.ts'
import { noteAnchor } from '#lib/ballots/mutations.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { logger } from '#lib/platform/logger.ts'
import { operatorOf } from '#lib/rounds/chain/chain-facts.ts'
import { lockSender } from '#lib/rounds/chain/mutations.ts'

/** Heads that the operator's money must still pay for before we warn. */
const HEADS_IN_RESERVE = 50n
const RECEIPT_PATIENCE_MS = 60_000

export type Anchoring = 'anchored' | 'nothing-to-anchor' | 'not-due' | 'outside-window' | 'not-our-round'

/** Whether the log grew since the last anchor, and either the interval is over or voting is. */
export function anchorIsDue(
  { round, facts, now }: Pick<RoundOnChain, 'round' | 'facts' | 'now'>,
  logSize: number,
): boolean {
  const last = facts.anchors.at(-1)
  if (logSize === 0 || logSize <= (last?.size ?? 0)) return false
  const since = last?.place.blockTime ?? round.rules.opensAt
  return now >= round.rules.closesAt || now >= since + round.rules.headInterval
}

async function send(services: Services, round: RoundOnChain['round'], head: StoredHead): Promise<Hex> {
  const wallet = services.operatorWallet()
  const call = {
    address: round.community.collection,
    abi: collectionAbi,
    functionName: 'anchorHead',
    args: [round.roundId, head.size, head.head.root, Number(head.head.signedAt), head.signature],
  } as const
  const { account } = wallet
  // On pending, because a call on the latest block sees that block's time.
  await services.chain.simulateContract({ ...call, account, blockTag: 'pending' })
  const gas = await services.chain.estimateContractGas({ ...call, account, blockTag: 'pending' })
  await warnWhenPoor(services, gas)
  return wallet.writeContract({ ...call, gas: (gas * 13n) / 10n })
}

async function warnWhenPoor(services: Services, gas: bigint): Promise<void> {
  const { address } = services.operator()
  const [balance, price] = await Promise.all([
    services.chain.getBalance({ address }),
    services.chain.getGasPrice(),
  ])
  const cost = gas * price
  const heads = cost === 0n ? HEADS_IN_RESERVE : balance / cost
  if (heads < HEADS_IN_RESERVE)
    logger().warn({ operator: address, headsLeft: String(heads) }, 'the operator runs out of gas money')
}

/** Null for what the chain says it has not; a chain that says nothing leaves everything open. */
const orNull =
  (NotFound: typeof TransactionNotFoundError | typeof TransactionReceiptNotFoundError) =>
  (error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  }

/** Whether a transaction we sent can still anchor: on its way, or mined with success. Any other is sent anew. */
async function isAlive({ chain }: Services, hash: Hex): Promise<boolean> {
  const receipt = await chain.getTransactionReceipt({ hash }).catch(orNull(TransactionReceiptNotFoundError))
  if (receipt) return receipt.status === 'success'
  return (await chain.getTransaction({ hash }).catch(orNull(TransactionNotFoundError))) !== null
}

/**
 * Puts the newest head on chain if it is due. Any number of workers may try at once: one sends, and what
 * the chain already has is not sent again. A head that a reorganisation removed is sent anew.
 */
export async function anchorHead(services: Services, rowId: string): Promise<Anchoring> {
  const seen = await roundOnChain(services, rowId)
  const { round, facts, now } = seen
  const { closesAt, sealGrace, opensAt } = round.rules
  if (!facts.opened || operatorOf(facts) !== services.operator().address.toLowerCase()) return 'not-our-round'
  const head = await latestHead(services.db, round)
  if (!head || head.size <= (facts.anchors.at(-1)?.size ?? 0)) return 'nothing-to-anchor'
  if (!anchorIsDue(seen, head.size)) return 'not-due'
  if (now < opensAt || now >= closesAt + sealGrace) return 'outside-window'
  const hash = await write(services, 'operator', async (ctx) => {
    await lockSender({ ctx, input: { chainId: services.chainId } })
    const latest = await latestHead(ctx.tx, round)
    if (!latest) return null
    const onChain = await services.chain.readContract({
      address: round.community.collection,
      abi: collectionAbi,
      functionName: 'roundOf',
      args: [round.roundId],
    })
    if (onChain.logSize >= latest.size) return null
    if (latest.anchorTx && (await isAlive(services, latest.anchorTx as Hex))) return latest.anchorTx as Hex
    const sent = await send(services, round, latest)
    await noteAnchor({ ctx, input: { roundRowId: round.rowId, size: latest.size, anchorTx: sent } })
    return sent
  })
  if (hash) await services.chain.waitForTransactionReceipt({ hash, timeout: RECEIPT_PATIENCE_MS })
  await followChain(services)
  return 'anchored'
}
