import { z } from 'zod'
import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Operators } from '#lib/protocol/evidence.ts'
import { headDigest, headSchema } from '#lib/protocol/head.ts'
import type { LogTree } from '#lib/protocol/log-levels.ts'
import { frontierOf, verifyConsistency } from '#lib/protocol/log-tree.ts'
import {
  type Address,
  addressSchema,
  type Bytes32,
  bytes32Schema,
  hexSchema,
} from '#lib/protocol/primitives.ts'
import { recoverSigner } from '#lib/protocol/signature.ts'
import type { Head, Home } from '#lib/protocol/typed-data.ts'

/** A signed head, who signed it, and who showed it: the instance, an anchor, a receipt, or one's own record. */
export const seenHeadSchema = z.strictObject({
  head: headSchema,
  signature: hexSchema,
  signer: addressSchema,
  source: z.enum(['server', 'chain', 'receipt', 'record']),
})
export type SeenHead = z.infer<typeof seenHeadSchema>

/**
 * What a watcher remembers of a log: the last head that it followed every leaf hash to, and the roots of the full
 * subtrees below it, from which the next leaf hashes go on.
 */
export const logRecordSchema = z.strictObject({
  size: z.int().min(0),
  subtrees: z.array(bytes32Schema).max(53),
  head: seenHeadSchema.nullable(),
})
export type LogRecord = z.infer<typeof logRecordSchema>

export const EMPTY_RECORD: LogRecord = { size: 0, subtrees: [], head: null }

/** Leaves that a head covers. */
export const sizeOf = ({ head }: Pick<SeenHead, 'head'>): number => Number(head.size)

/** Recovers who signed a head; null for a signature that is nobody's. */
export async function seeHead(
  home: Home,
  signed: { head: Head; signature: `0x${string}` },
  source: SeenHead['source'],
): Promise<SeenHead | null> {
  try {
    const signer = await recoverSigner(headDigest(home, signed.head), signed.signature)
    return { head: signed.head, signature: signed.signature, signer, source }
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

/** Everybody whose signature binds this round: heads of a former operator stay statements of the operator. */
export function operatorsOf({ opening, rotations }: Operators): Set<Address> {
  return new Set([opening.operator, ...rotations.map(({ operator }) => operator)])
}

/** What an instance shows of a log at one moment. */
export type ShownLog = {
  /** Heads signed by an operator, at least down to the size of the record. */
  heads: readonly SeenHead[]
  /** Leaf hashes from the size of the record to that of the newest head. */
  hashes: readonly Bytes32[]
  /** By size: the proof that the newest head continues the log of so many leaves. */
  paths: ReadonlyMap<number, readonly Bytes32[]>
}

/** What does not fit together in a log, before it is asked whether that can be proven. */
export type Doubt =
  /** One signer, one size, two roots: proven by the two signatures alone. */
  | { kind: 'split'; head: SeenHead; other: SeenHead }
  /** A signed head has more leaves than the instance admits to. */
  | { kind: 'shrank'; head: SeenHead; newest: SeenHead | null }
  /** Nothing that the instance shows makes the newest head a continuation of this one. */
  | { kind: 'not-continued'; head: SeenHead; newest: SeenHead }
  /** The leaf hashes published are not those of the newest head. */
  | { kind: 'hashes'; newest: SeenHead }

const sameLog = (a: SeenHead, b: SeenHead) => a.head.size === b.head.size && a.head.root === b.head.root

/** The head with the most leaves. */
export function newestOf(heads: readonly SeenHead[]): SeenHead | null {
  return heads.reduce<SeenHead | null>(
    (newest, seen) => (newest === null || sizeOf(seen) > sizeOf(newest) ? seen : newest),
    null,
  )
}

/** Heads of one signer and one size with different roots; each root is named once, against the first one seen. */
export function splitsAmong(heads: readonly SeenHead[]): Doubt[] {
  const first = new Map<string, SeenHead>()
  const told = new Set<string>()
  const doubts: Doubt[] = []
  for (const other of heads) {
    const place = `${other.signer} ${other.head.size}`
    const head = first.get(place) ?? other
    first.set(place, head)
    const root = `${place} ${other.head.root}`
    if (head.head.root === other.head.root || told.has(root)) continue
    told.add(root)
    doubts.push({ kind: 'split', head, other })
  }
  return doubts
}

type Grown = { record: LogRecord; roots: ReadonlyMap<number, Bytes32>; root: Bytes32 }

/** Appends the leaf hashes and notes the root at each size that somebody asks for. */
function grow(record: LogRecord, hashes: readonly Bytes32[], newest: SeenHead, sizes: Set<number>): Grown {
  const frontier = frontierOf(record.size, record.subtrees)
  const roots = new Map([[record.size, frontier.root()]])
  for (const hash of hashes.slice(0, sizeOf(newest) - record.size)) {
    frontier.append(hash)
    if (sizes.has(frontier.size)) roots.set(frontier.size, frontier.root())
  }
  const { size, hashes: subtrees } = frontier
  return { record: { size, subtrees, head: { ...newest, source: 'record' } }, roots, root: frontier.root() }
}

function continues(head: SeenHead, newest: SeenHead, path: readonly Bytes32[] | undefined): boolean {
  if (sameLog(head, newest)) return true
  return verifyConsistency({
    first: sizeOf(head),
    firstRoot: head.head.root,
    second: sizeOf(newest),
    secondRoot: newest.head.root,
    path: path ?? [],
  })
}

/**
 * Follows a log from what is remembered of it to the newest head shown: its leaf hashes must give its root, and every
 * other signed head given must be a beginning of it.
 * @param others heads from anchors and receipts that are not compared yet
 * @returns the record to remember, unchanged if the newest head does not continue it, and what does not fit
 */
export function followLog(
  record: LogRecord,
  shown: ShownLog,
  others: readonly SeenHead[],
): { record: LogRecord; doubts: Doubt[] } {
  const newest = newestOf(shown.heads)
  const claims = [...(record.head ? [record.head] : []), ...others]
  const doubts: Doubt[] = splitsAmong([...claims, ...shown.heads])
  const isSplit = (head: SeenHead) =>
    doubts.some(
      (doubt) => doubt.kind === 'split' && (sameLog(doubt.head, head) || sameLog(doubt.other, head)),
    )
  for (const head of claims)
    if (sizeOf(head) > (newest ? sizeOf(newest) : 0)) doubts.push({ kind: 'shrank', head, newest })
  if (!newest || sizeOf(newest) < record.size) return { record, doubts }

  const later = shown.heads.filter((head) => sizeOf(head) > record.size)
  const grown = grow(record, shown.hashes, newest, new Set([...claims, ...later].map(sizeOf)))
  const isWhole = grown.record.size === sizeOf(newest) && grown.root === newest.head.root
  const refuse = (head: SeenHead) => {
    if (!isSplit(head)) doubts.push({ kind: 'not-continued', head, newest })
  }
  const isContinued =
    !record.head || (isWhole && continues(record.head, newest, shown.paths.get(record.size)))
  if (record.head && !isContinued) refuse(record.head)
  if (!record.head && !isWhole) doubts.push({ kind: 'hashes', newest })
  for (const head of [...others, ...later]) {
    const size = sizeOf(head)
    if (size > sizeOf(newest) || (size > record.size && !isWhole)) continue
    const root = grown.roots.get(size)
    const isSound =
      root === undefined ? continues(head, newest, shown.paths.get(size)) : root === head.head.root
    if (!isSound) refuse(head)
  }
  return { record: isWhole && isContinued ? grown.record : record, doubts }
}

/**
 * Whether a whole list of leaf hashes proves that `later` does not continue `head`: it is the log of `later`, and its
 * beginning is another one. A list that is not the log of `later` proves nothing.
 */
export function isRewritten(head: SeenHead, later: SeenHead, tree: LogTree): boolean {
  const [size, whole] = [sizeOf(head), sizeOf(later)]
  if (tree.size < whole || tree.root(whole) !== later.head.root) return false
  return size > whole || tree.root(size) !== head.head.root
}
