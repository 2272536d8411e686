import { EmptyHang, Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { MintedWork } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/minted-hang.ts'

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
          title={text.nothing}
          actions={
            <ButtonLink href="/rounds" size={32}>
              {text.toRounds}
            </ButtonLink>
          }
        >
          {text.comesWhen}
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
      label={text.mintedWorks(minted.length)}
      linesFor={({ href }) => {
        const entry = places.get(href)
        if (!entry) return null
        const { rank, round, community } = entry
        return (
          <p>
            {named ? text.placedInOf(rank, round.title, community.name) : text.placedIn(rank, round.title)}
          </p>
        )
      }}
    />
  )
}
