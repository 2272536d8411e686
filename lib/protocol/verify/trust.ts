import { layerOf, workPath } from '#lib/protocol/manifest.ts'
import type { CheckContext } from './context.ts'
import type { Report } from './report.ts'

/** The blocks that the round rests on, for comparison on any explorer. */
export function blocksOf({ core, chain }: CheckContext): Report['blocks'] {
  const { evidence, heads, close } = core
  if (!evidence) return []
  const { chainId, opening, tieSeed, snapshots } = evidence
  const blocks: Report['blocks'] = snapshots.map(({ chainId: id, block }) => ({
    what: 'snapshot',
    chainId: id,
    number: block.number,
    hash: block.hash,
  }))
  const add = (what: string, number: string, hash: string) => blocks.push({ what, chainId, number, hash })
  add('opening', opening.anchor.blockNumber, opening.anchor.blockHash)
  const sealed = heads?.findLast(({ anchor }) => anchor !== null)?.anchor
  if (sealed) add('sealed log', sealed.blockNumber, sealed.blockHash)
  add('tie seed', tieSeed.block.number, tieSeed.block.hash)
  const closing = chain?.events.closed.at(-1)?.anchor ?? close?.anchor
  if (closing) add('close', closing.blockNumber, closing.blockHash)
  return blocks
}

/** Files outside the manifest that no candidate names: what came after the close, and works of nobody. */
export function informativeOf({ core }: CheckContext): string[] {
  const named = new Set(
    (core.candidates ?? []).flatMap(({ contentHash, recipeHash, renditions }) =>
      [contentHash, recipeHash, ...renditions.map(({ sha256 }) => sha256)].map(workPath),
    ),
  )
  return [...core.files.facts.keys()].filter((path) => {
    const layer = layerOf(path)
    return layer === 'after' || (layer === 'works' && !named.has(path))
  })
}

/** What verification cannot take off the reader's hands, as sentences. */
export function trustOf(context: CheckContext, asked: boolean): string[] {
  const { rules } = context.core
  if (!rules) return []
  const trust = ['The block hashes above: compare them on an explorer you trust.']
  if (context.chain)
    trust.push(
      `The RPC that answered for chain ${rules.chainId}: ask a second one if the round matters to you.`,
    )
  else
    trust.push(
      asked ? 'The chain could not be read.' : 'No chain was asked; pass --rpc to compare the anchors.',
    )
  if (!context.collection)
    trust.push(
      `That ${rules.collection} is the community's collection: pass --collection if you know its address.`,
    )
  trust.push('That the pictures come from the prompts in their recipes: this version does not check that.')
  return trust
}
