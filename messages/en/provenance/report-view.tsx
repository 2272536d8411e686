import type { ReactNode } from 'react'
import type { BlockName } from '#lib/protocol/verify/report.ts'

export const report = 'Report'
export const checks = 'The checks'
export const winners = 'Winners'
export const noWinners = 'No work was chosen.'
export const blocks = {
  title: 'The blocks it rests on',
  caption: 'Compare these hashes on an explorer that you trust',
  columns: ['What', 'Chain', 'Block', 'Hash'],
}
export const trust = 'What you still trust'
export const round = 'Round'
export const record = 'Record'
export const refused = (name: ReactNode, why: string) => (
  <>
    {name} is no receipt, and was left out: {why}.
  </>
)
/** What a block is of, as the verifier calls it. */
export const blockNames: Record<BlockName, string> = {
  snapshot: 'snapshot',
  'earlier moment': 'earlier moment',
  'after the snapshot': 'after the snapshot',
  opening: 'opening',
  'sealed log': 'sealed log',
  'tie seed': 'tie seed',
  close: 'close',
  rotation: 'rotation',
  'posted ballot': 'posted ballot',
  void: 'void',
  head: 'head',
  mint: 'mint',
}
