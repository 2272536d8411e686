import type { Anchor, Evidence } from '#lib/protocol/evidence.ts'
import { layerOf } from '#lib/protocol/manifest.ts'
import { said } from '#lib/protocol/said.ts'
import type { CheckContext } from './context.ts'
import type { BlockName, Report } from './report.ts'
import { type SeenWorks, unnamedWorks } from './seen-works.ts'

/**
 * The blocks that the round rests on, for comparison on any explorer. Where only recorded blocks were read, that
 * is every one of them: whoever invents a block can put anything into it.
 */
export function blocksOf(context: CheckContext): Report['blocks'] {
  const { evidence } = context.core
  if (!evidence) return []
  const { chainId, snapshots } = evidence
  const blocks: Report['blocks'] = snapshots.map(({ chainId: id, at, block }) => ({
    what: at === undefined ? 'snapshot' : 'earlier moment',
    chainId: id,
    number: block.number,
    hash: block.hash,
  }))
  const add = (what: BlockName, number: string, hash: string) => blocks.push({ what, chainId, number, hash })
  for (const [what, anchor] of anchorsOf(context, evidence)) add(what, anchor.blockNumber, anchor.blockHash)
  if (context.chain?.reader === null)
    for (const { chainId: id, successor } of snapshots)
      if (id === chainId) add('after the snapshot', successor.number, successor.hash)
  const seen = new Set<string>()
  return blocks.filter(({ chainId: id, number }) => {
    const key = `${id} ${number}`
    return !seen.has(key) && seen.add(key)
  })
}

type Named = [what: BlockName, anchor: Pick<Anchor, 'blockNumber' | 'blockHash'>]

function anchorsOf({ core, chain }: CheckContext, evidence: Evidence): Named[] {
  const { heads, posted, voids, close, mints } = core
  const sealed = heads?.findLast(({ anchor }) => anchor !== null)?.anchor
  const closing = chain?.events.closed.at(-1)?.anchor ?? close?.anchor
  const first: Named[] = [['opening', evidence.opening.anchor]]
  if (sealed) first.push(['sealed log', sealed])
  const { number, hash } = evidence.tieSeed.block
  first.push(['tie seed', { blockNumber: number, blockHash: hash }])
  if (closing) first.push(['close', closing])
  if (chain?.reader !== null) return first
  const named = (what: BlockName, rows: readonly { anchor: Anchor | null }[] | null) =>
    (rows ?? []).flatMap(({ anchor }): Named[] => (anchor ? [[what, anchor]] : []))
  return [
    ...first,
    ...named('rotation', evidence.rotations),
    ...named('posted ballot', posted),
    ...named('void', voids),
    ...named('head', heads),
    ...named('close', chain.events.closed),
    ...named('mint', mints),
  ]
}

/** Files outside the manifest that no candidate names: what came after the close, and works of nobody. */
export function informativeOf({ core }: CheckContext, { works }: SeenWorks): string[] {
  const briefs = new Set(works.map(({ brief }) => brief?.file))
  const unnamed = new Set(unnamedWorks(core))
  return [...core.files.facts.keys()].filter(
    (path) => layerOf(path) === 'after' || (unnamed.has(path) && !briefs.has(path)),
  )
}

/** What verification cannot take off the reader's hands, as sentences. */
export function trustOf(context: CheckContext, seen: SeenWorks, asked: boolean): string[] {
  const { rules } = context.core
  if (!rules) return []
  const trust = [said('The block hashes above: compare them on an explorer you trust.')]
  if (context.chain?.reader === null)
    trust.push(
      said(
        'That these blocks are the chain’s: their headers, receipts and storage prove what was read, but no chain was asked. An explorer tells, or a node that you choose.',
      ),
      said('That no event of the round was left out of the record: whoever made it could have.'),
    )
  else if (context.chain) {
    const asked = [rules.chainId, ...context.chains.keys()]
    for (const chain of asked)
      trust.push(
        said('The RPC that answered for chain {chain}: ask a second one if the round matters to you.', {
          chain,
        }),
      )
  } else if (asked) trust.push(said('The chain could not be read.'))
  else trust.push(said('No chain was asked; pass --rpc to compare the anchors.'))
  if (!context.collection)
    trust.push(
      said("That {collection} is the community's collection: pass --collection if you know its address.", {
        collection: rules.collection,
      }),
    )
  trust.push(
    said('That the pictures come from the prompts in their recipes: only who made them has seen that.'),
  )
  if (seen.credentials === 'no-root')
    trust.push(said('The credentials in pictures: this round names no root to judge them by.'))
  else if (seen.credentials === 'not-read')
    trust.push(said('The credentials in pictures: they were not read here.'))
  return trust.map(context.say)
}
