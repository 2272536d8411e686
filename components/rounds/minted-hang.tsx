import { EmptyHang, Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { MintedWork } from '#lib/candidates/schema.ts'
import { short } from './result-words.ts'
import { plural } from './round-words.ts'

/** A token's own page, from its id and its community's name in addresses. */
export const tokenHref = (community: string, tokenId: string) => `/c/${community}/tokens/${tokenId}`

type MintedHangProps = {
  minted: readonly MintedWork[]
  /** Names each work's community, where works of several hang together. */
  named?: boolean
}

/** What was minted, the newest first; each leads to the page of its token. */
export function MintedHang({ minted, named = false }: MintedHangProps) {
  if (minted.length === 0)
    return (
      <>
        <EmptyHang />
        <Notice
          title="Nothing is minted yet."
          actions={
            <ButtonLink href="/rounds" size={32}>
              To the rounds
            </ButtonLink>
          }
        >
          A work comes here when a round has chosen it, nobody’s objection stood, and it is minted.
        </Notice>
      </>
    )
  const places = new Map(
    minted.map((entry) => [tokenHref(entry.community.slug, entry.tokenId), entry] as const),
  )
  return (
    <Hang
      works={minted.map(({ work, round, community, tokenId }) => ({
        ...hungWork(round.slug, work, 'signed'),
        href: tokenHref(community.slug, tokenId),
      }))}
      label={plural(minted.length, 'minted work')}
      linesFor={({ href }) => {
        const entry = places.get(href)
        if (!entry) return null
        const where = named ? `${entry.round.title}, ${entry.community.name}` : entry.round.title
        return (
          <p>
            {short(entry.rank)} in {where}
          </p>
        )
      }}
    />
  )
}
