import type { ReactNode } from 'react'
import type { BlockName } from '#lib/protocol/verify/report.ts'

export const report = 'Bericht'
export const checks = 'Die Prüfungen'
export const winners = 'Gewählte Werke'
export const noWinners = 'Kein Werk wurde gewählt.'
export const blocks = {
  title: 'Die Blöcke, auf denen es ruht',
  caption: 'Vergleiche diese Hashes in einem Explorer, dem du vertraust',
  columns: ['Was', 'Chain', 'Block', 'Hash'],
}
export const trust = 'Worauf du noch vertraust'
export const round = 'Runde'
export const record = 'Akte'
export const refused = (name: ReactNode, why: string) => (
  <>
    {name} ist keine Quittung und wurde ausgelassen: {why}.
  </>
)
/** What a block is of, as the verifier calls it. */
export const blockNames: Record<BlockName, string> = {
  snapshot: 'Stichtag',
  'earlier moment': 'früherer Zeitpunkt',
  'after the snapshot': 'nach dem Stichtag',
  opening: 'Eröffnung',
  'sealed log': 'versiegeltes Protokoll',
  'tie seed': 'Los bei Gleichstand',
  close: 'Schluss',
  rotation: 'Schlüsselwechsel',
  'posted ballot': 'Stimmzettel über die Chain',
  void: 'Streichung',
  head: 'Kopf',
  mint: 'Prägung',
}
