import type { Operators } from '#lib/protocol/evidence.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { deniedKind, droppedProof, type Fraud, type SealedLog } from '#lib/protocol/verify/fraud-evidence.ts'
import {
  type Doubt,
  isRewritten,
  operatorsOf,
  type SeenHead,
  seeHead,
  sizeOf,
} from '#lib/protocol/verify/watch-log.ts'
import { Unanswered } from './ask.ts'
import type { InstanceApi, InstanceRound } from './instance-api.ts'
import type { Condition } from './watched-round.ts'

/** All leaf hashes that the instance publishes up to a size; read once a look, and only in doubt. */
export type TreeOf = (size: number) => Promise<LogTree | null>

/** Reads the whole log when it is needed; null when it is not to be had. */
export function treeReader(api: InstanceApi, { id }: InstanceRound): TreeOf {
  let tree: LogTree | null = null
  return async (size) => {
    if (tree && tree.size >= size) return tree
    try {
      tree = new LogTree(await api.hashes(id, 0, size))
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      return null
    }
    return tree
  }
}

export const withheld = (code: string, says: string): Condition => ({
  level: 'withheld',
  code,
  says,
  steps: [],
})

/** The condition that an answer which was not had amounts to. */
export function unansweredCondition(code: string, error: Unanswered): Condition {
  return { level: error.kind === 'down' ? 'down' : 'withheld', code, says: `it ${error.message}`, steps: [] }
}

type Judged = { frauds: Fraud[]; conditions: Condition[] }
type Case = { api: InstanceApi; round: InstanceRound; operators: Operators; treeOf: TreeOf }

/** The head that the instance itself shows at that size, when an operator has signed it. */
async function twinOf({ api, round, operators }: Case, head: SeenHead): Promise<SeenHead | null> {
  try {
    const shown = await api.headAt(round.id, sizeOf(head))
    const twin = shown && (await seeHead(round.rules, shown, 'server'))
    return twin && operatorsOf(operators).has(twin.signer) ? twin : null
  } catch (error) {
    if (error instanceof Unanswered) return null
    throw error
  }
}

async function judgeBreak(given: Case, head: SeenHead, newest: SeenHead): Promise<Fraud | Condition> {
  const twin = await twinOf(given, head)
  if (twin && twin.signer === head.signer && twin.head.root !== head.head.root)
    return { kind: 'equivocation', denied: head, by: twin }
  const tree = await given.treeOf(sizeOf(newest))
  if (tree && isRewritten(head, newest, tree)) return { kind: deniedKind(head), denied: head, by: newest }
  return withheld(
    'not-continued',
    `withholds the proof that its ${newest.head.size} ballots continue the ${head.head.size} it signed before`,
  )
}

function judgeShrunk({ head, newest }: Extract<Doubt, { kind: 'shrank' }>): Fraud | Condition {
  const shown = newest?.head.size ?? '0'
  // It is on chain already, so nobody is deprived of it for good.
  if (head.source === 'chain')
    return withheld('behind-chain', `shows ${shown} ballots, though ${head.head.size} are anchored`)
  return { kind: head.source === 'receipt' ? 'dropped' : 'shrank', denied: head, by: newest }
}

async function judgeDoubt(given: Case, doubt: Doubt): Promise<Fraud | Condition> {
  switch (doubt.kind) {
    case 'split':
      return { kind: 'equivocation', denied: doubt.head, by: doubt.other }
    case 'shrank':
      return judgeShrunk(doubt)
    case 'hashes':
      return withheld(
        'hashes',
        `withholds the leaf hashes of the ${doubt.newest.head.size} ballots it signed for`,
      )
    case 'not-continued':
      return judgeBreak(given, doubt.head, doubt.newest)
  }
}

/** What comes of each doubt once everything published is read: a fraud, or something that is withheld. */
export async function judgeDoubts(given: Case, doubts: readonly Doubt[]): Promise<Judged> {
  const judged: Judged = { frauds: [], conditions: [] }
  for (const doubt of doubts) {
    const outcome = await judgeDoubt(given, doubt)
    if ('level' in outcome) judged.conditions.push(outcome)
    else judged.frauds.push(outcome)
  }
  return judged
}

type Seal = {
  frauds: Fraud[]
  /** Doubtful heads that the sealed log continues after all. */
  continued: SeenHead[]
}

/** Signed heads that the sealed log does not continue; `doubtful` ones are worth reading the whole log for. */
export async function judgeSeal(
  sealed: SealedLog,
  heads: { sound: readonly SeenHead[]; doubtful: readonly SeenHead[] },
  treeOf: TreeOf,
): Promise<Seal> {
  const seal: Seal = { frauds: [], continued: [] }
  for (const head of heads.sound)
    if (droppedProof(head, sealed, null)) seal.frauds.push({ kind: 'dropped', denied: head, by: sealed })
  for (const head of heads.doubtful) {
    const tree = sizeOf(head) < sealed.size ? await treeOf(sealed.size) : null
    if (droppedProof(head, sealed, tree)) seal.frauds.push({ kind: 'dropped', denied: head, by: sealed })
    else if (tree?.root(sealed.size) === sealed.root || sizeOf(head) === sealed.size)
      seal.continued.push(head)
  }
  return seal
}
