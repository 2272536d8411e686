import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Operators } from '#lib/protocol/evidence.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { fraudKey } from '#lib/protocol/verify/fraud-evidence.ts'
import { operatorsOf, type SeenHead, seeHead } from '#lib/protocol/verify/watch-log.ts'
import { causeOf } from '#scripts/verso/doctor/finding.ts'
import { type ChainSide, NotOnChain, readChainSide } from './chain-side.ts'
import { gatherLog, type LogSeen } from './gather-log.ts'
import type { InstanceRound } from './instance-api.ts'
import { judgeSeal, type TreeOf, treeReader, withheld } from './judge-round.ts'
import type { Condition, Desk, GivenReceipt, Watched } from './watched-round.ts'

/** More contradictions than that are the same fork again. */
export const MOST_DISPUTED = 64

/** One name for a receipt, from look to look. */
export const settledKey = ({ file, receipt }: GivenReceipt) => `${file} ${receipt.head.root}`

type Asked = { side: ChainSide | null; conditions: Condition[] }

/** What the chain says; a chain that does not answer leaves what is remembered of it. */
async function askChain(desk: Desk, round: InstanceRound, watched: Watched): Promise<Asked> {
  if (!desk.chain) return { side: null, conditions: [] }
  try {
    return { side: await readChainSide(desk.chain(), round, watched.chain), conditions: [] }
  } catch (error) {
    if (error instanceof NotOnChain)
      return { side: null, conditions: [withheld('chain-differs', error.message)] }
    const says = `the chain does not answer: ${causeOf(error)}`
    return { side: null, conditions: [{ level: 'down', code: 'chain-down', says, steps: [] }] }
  }
}

const operatorsOfRules = ({ rules }: InstanceRound): Operators => ({
  opening: { operator: rules.operator },
  rotations: [],
})

type Receipts = { sound: (GivenReceipt & { head: SeenHead })[]; conditions: Condition[] }

async function checkReceipts(
  { rules }: InstanceRound,
  operators: Operators,
  receipts: readonly GivenReceipt[],
): Promise<Receipts> {
  const checked: Receipts = { sound: [], conditions: [] }
  for (const given of receipts) {
    const { file, receipt } = given
    try {
      const signed = { head: receipt.head, signature: receipt.headSignature }
      const head = await seeHead(rules, signed, 'receipt')
      if (!head || !operatorsOf(operators).has(head.signer))
        throw new ProtocolError('head-signature', 'no operator of this round has signed it')
      await verifyReceipt(receipt, { rules, operator: head.signer })
      checked.sound.push({ ...given, head })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      const says = `receipt ${file} proves nothing: ${error.message}`
      checked.conditions.push(withheld(`receipt ${file}`, says))
    }
  }
  return checked
}

/** Everything that one look gathers before it is put into words. */
export type Gathered = LogSeen & {
  side: ChainSide | null
  operators: Operators
  pending: SeenHead[]
  receipts: Receipts['sound']
  /** Disputed heads that the sealed log continues after all. */
  continued: readonly SeenHead[]
  treeOf: TreeOf
}

/** Frauds that were told already. */
export const fraudKeys = ({ frauds }: Watched) => new Set(frauds.map(({ key }) => key))

async function gatherSeal(
  side: ChainSide | null,
  watched: Watched,
  sound: readonly SeenHead[],
  treeOf: TreeOf,
): ReturnType<typeof judgeSeal> {
  if (!side?.sealed) return { frauds: [], continued: [] }
  const { sealed } = side
  const known = fraudKeys(watched)
  const doubtful = side.over
    ? []
    : watched.disputed.filter((denied) => !known.has(fraudKey({ kind: 'dropped', denied, by: sealed })))
  return judgeSeal(sealed, { sound, doubtful }, treeOf)
}

/** Asks the chain, then the instance, and compares. */
export async function gather(
  desk: Desk,
  round: InstanceRound,
  watched: Watched,
  given: readonly GivenReceipt[],
): Promise<Gathered> {
  const { side, conditions: fromChain } = await askChain(desk, round, watched)
  const operators = side?.operators ?? watched.chain ?? operatorsOfRules(round)
  const receipts = await checkReceipts(round, operators, given)
  const pending = [...watched.pending, ...(side?.anchors ?? [])]
  const unsettled = receipts.sound.filter((receipt) => !desk.settled.has(settledKey(receipt)))
  const treeOf = treeReader(desk.api, round)
  const seen = await gatherLog({
    api: desk.api,
    round,
    operators,
    treeOf,
    record: watched.log,
    others: [...pending, ...unsettled.map(({ head }) => head)],
    chainTime: side?.now ?? null,
  })
  const own = seen.log.head ? [seen.log.head] : []
  const sound = [...own, ...receipts.sound.map(({ head }) => head)]
  const seal = await gatherSeal(side, watched, sound, treeOf)
  return {
    ...seen,
    side,
    operators,
    pending: seen.isFollowed ? [] : pending.slice(-MOST_DISPUTED),
    frauds: [...seen.frauds, ...seal.frauds],
    conditions: [...fromChain, ...seen.conditions, ...receipts.conditions],
    receipts: receipts.sound,
    continued: seal.continued,
    treeOf,
  }
}
