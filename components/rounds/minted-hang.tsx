import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import type { MintedWork } from '#lib/candidates/schema.ts'
import { plural } from './round-words.ts'

export const tokenHref = ({ community, tokenId }: Pick<MintedWork, 'community' | 'tokenId'>): string =>
  `/c/${community.slug}/tokens/${tokenId}`

/** Minted works in rows; each leads to its token. */
export function MintedHang({ works }: { works: readonly MintedWork[] }) {
  const rounds = new Map(works.map((minted) => [tokenHref(minted), minted]))
  return (
    <Hang
      label={plural(works.length, 'minted work')}
      works={works.map((minted) => ({
        ...hungWork(minted.round.slug, minted.work, 'signed'),
        href: tokenHref(minted),
      }))}
      linesFor={({ href }) => {
        const minted = rounds.get(href)
        return (
          minted && <p className="text-13 text-second">{`${minted.round.title}, place ${minted.rank}`}</p>
        )
      }}
    />
  )
}
