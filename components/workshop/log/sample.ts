import type { CheckedReceipt } from '#components/voting/check-receipt.ts'
import type { HeadLine, LogView } from '#components/voting/log-follower.ts'
import type { LogTreeView } from '#components/voting/log-tree.tsx'
import type { ReceiptFacts } from '#components/voting/receipt-facts.ts'
import type { ReceiptCheck, ReceiptFact } from '#components/voting/receipt-view.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW, sampleRound } from '#components/workshop/sample/round.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'

const { rules, slug, title } = sampleRound('voting')
const ROUND = sampleBytes(40)

/** As many hashes as the proof of one leaf among so many has at most. */
export const treeOf = (size: number, index: number): LogTreeView => ({
  size,
  index,
  path: Array.from({ length: Math.ceil(Math.log2(Math.max(1, size))) }, (_, at) => sampleBytes(200 + at)),
})

const GREEN: readonly ReceiptCheck[] = [
  { verdict: 'checked', text: 'The operator signed the head', note: 'by 0x5f2c…91aa' },
  { verdict: 'checked', text: 'The newest head holds 214 ballots', hash: sampleBytes(50) },
  { verdict: 'checked', text: 'Leaf 41 is under head 214, where it was', hash: sampleBytes(51) },
  { verdict: 'unknown', text: 'The log is sealed', note: 'after the close' },
]

export const CHECKS = {
  green: GREEN,
  running: GREEN.map(({ text }) => ({ verdict: 'running' as const, text })),
  broken: GREEN.map((check, index) => (index === 2 ? { ...check, verdict: 'broken' as const } : check)),
}

export const SAID: readonly ReceiptFact[] = [
  { name: 'Digest', hash: sampleBytes(60) },
  { name: 'Leaf', hash: sampleBytes(61), text: 'the 41st' },
  { name: 'Accepted', text: '2 December 2026, 18:04:12 UTC' },
]

export const FACTS: ReceiptFacts = {
  slug,
  title,
  roundId: ROUND,
  rules,
  operators: [sampleAddress(5)],
  anchored: { size: 200, block: 214 },
  now: NOW,
}

export const RECEIPT: Pick<Receipt, 'head' | 'headSignature'> = {
  head: { round: ROUND, size: '41', root: sampleBytes(62), signedAt: String(NOW - 7200) },
  headSignature: `0x${sampleBytes(63).slice(2)}${sampleBytes(64).slice(2)}1b`,
}

const checked = (checks: readonly ReceiptCheck[]): CheckedReceipt => ({
  leafHash: sampleBytes(61),
  checks: [...checks],
  tree: { size: 214, index: 40, path: [] },
  post: sampleBytes(65),
})

export const CHECKED = { green: checked(GREEN), broken: checked(CHECKS.broken) }

const line = (size: number, change: Partial<HeadLine> = {}): HeadLine => ({
  size,
  here: sampleBytes(size),
  root: sampleBytes(size),
  signedAt: NOW - 86_400 + size * 300,
  fault: null,
  anchor: null,
  ...change,
})

const anchorOf = (size: number, equal = true) => ({
  block: 100 + size,
  time: NOW - 3600,
  root: sampleBytes(equal ? size : size + 1),
  equal,
})

export const LINES = {
  mixed: [
    line(214),
    line(200, { anchor: anchorOf(200) }),
    line(180, { fault: 'The operator’s signature does not fit it' }),
    line(160, { anchor: anchorOf(160, false) }),
    line(90, { signedAt: null, anchor: anchorOf(90) }),
    line(300, { here: null }),
  ],
  many: Array.from({ length: 30 }, (_, index) =>
    line(300 - index * 10, index % 3 === 0 ? { anchor: anchorOf(300 - index * 10) } : {}),
  ),
}

/** A log of so many ballots with three heads, the first of them on chain. */
export const logOf = (size: number, fault: string | null = null): LogView => ({
  size,
  root: sampleBytes(size),
  lines: [1, 0.7, 0.4].map((part, index) => {
    const at = Math.max(1, Math.round(size * part))
    return line(at, { ...(index === 2 && { anchor: anchorOf(at) }), ...(index === 1 && { fault }) })
  }),
  onChain: { size: Math.max(1, Math.round(size * 0.4)), root: sampleBytes(1), equal: fault === null },
  fault,
})
