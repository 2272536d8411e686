import type { PublicClient } from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { takesSignature } from '#lib/protocol/verify/wallet-call.ts'
import { WALLET_SECONDS, type WalletCheck, type WalletQuestion } from '#lib/protocol/wallet-signature.ts'

/** A chain that gives weight; `client` is null where this instance cannot ask it. */
export type WalletChain = { chainId: number; client: PublicClient | null }

/** What a leaf records of a contract's answer, and the time of the block in Unix seconds. */
export type AskedWallet = { check: WalletCheck; blockTime: number }

/** Longest wait for an answer, milliseconds. */
const PATIENCE_MS = 3_000
const MOST_KEPT = 2_000
/** Seconds left for the ballot to reach the log. */
const MARGIN_SECONDS = 120
const BLOCKS_BACK = 8

const unavailable = (cause?: unknown, detail?: string) =>
  new AppError('wallet-check-unavailable', { cause, ...(detail !== undefined && { detail }) })

/** When a contract is asked: now, in Unix seconds, and how many blocks deep. */
export type Moment = { now: number; depth: number }

/**
 * The newest block that is deep enough, so that a reorganisation does not make the leaf name a block that is no more,
 * and less deep where that one is too old.
 */
async function settledBlock(client: PublicClient, { now, depth }: Moment): Promise<Block> {
  const oldest = now - WALLET_SECONDS + MARGIN_SECONDS
  const latest: Block = await client.getBlock({ blockTag: 'latest' })
  for (let back = BigInt(depth); ; back /= 2n) {
    const blockNumber = (latest.number ?? 0n) - back
    const block = back === 0n || blockNumber < 0n ? latest : await client.getBlock({ blockNumber })
    if (Number(block.timestamp) >= oldest) return block
    if (back === 0n)
      throw unavailable(undefined, `the newest block is ${now - Number(block.timestamp)} s old`)
  }
}

/** A block that is not later than now: blocks may be dated a little ahead of the clock here. */
async function blockToAsk(client: PublicClient, moment: Moment) {
  let block = await settledBlock(client, moment)
  for (let back = 0; back < BLOCKS_BACK && Number(block.timestamp) > moment.now; back += 1)
    block = await client.getBlock({ blockHash: block.parentHash })
  const { number, hash, timestamp } = block
  if (number === null || hash === null || Number(timestamp) > moment.now) throw unavailable()
  return { number, hash, time: Number(timestamp) }
}

type Block = Pick<
  Awaited<ReturnType<PublicClient['getBlock']>>,
  'timestamp' | 'parentHash' | 'number' | 'hash'
>

type Answer = { kind: 'no-code' } | { kind: 'refused' } | { kind: 'taken'; asked: AskedWallet }

const kept = new WeakMap<PublicClient, Map<string, Promise<boolean>>>()

/** Whoever sends the same again after the same block has the chain asked nothing. */
function takesAt(
  client: PublicClient,
  question: WalletQuestion,
  block: { number: bigint; hash: string },
): Promise<boolean> {
  const answers = kept.get(client) ?? new Map<string, Promise<boolean>>()
  kept.set(client, answers)
  const { kind, account, digest, signature } = question
  const key = `${block.hash} ${kind} ${account} ${digest} ${signature}`
  const known = answers.get(key)
  if (known) return known
  if (answers.size >= MOST_KEPT) answers.clear()
  const answer = takesSignature(client, question, block.number)
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

async function answerOf(
  { chainId, client }: WalletChain,
  question: WalletQuestion,
  moment: Moment,
): Promise<Answer> {
  if (!client) throw unavailable(undefined, `this server does not read chain ${chainId}`)
  const { kind, account } = question
  if (kind === 'erc1271' && !(await client.getCode({ address: account }))) return { kind: 'no-code' }
  const { number, hash, time } = await blockToAsk(client, moment)
  if (!(await takesAt(client, question, { number, hash }))) return { kind: 'refused' }
  const check = { blockHash: hash, blockNumber: String(number), chainId, kind }
  return { kind: 'taken', asked: { check, blockTime: time } }
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(undefined, 'no answer within three seconds')), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer, late])
  } catch (error) {
    throw error instanceof AppError ? error : unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Asks the contract of an account on each chain that gives weight, in their order, until one takes the signature.
 * Null when the account has code on none of them.
 * @throws ProtocolError `signature-mismatch` when a contract answered and none takes it; AppError
 * wallet-check-unavailable when a chain does not answer within three seconds
 */
export async function askWallet(
  chains: readonly WalletChain[],
  question: WalletQuestion,
  moment: Moment,
): Promise<AskedWallet | null> {
  let refused = false
  for (const chain of chains) {
    const answer = await within(answerOf(chain, question, moment))
    if (answer.kind === 'taken') return answer.asked
    refused ||= answer.kind === 'refused'
  }
  if (refused)
    throw new ProtocolError('signature-mismatch', 'the contract of the voter does not take this signature')
  return null
}
