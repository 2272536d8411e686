/** LOOK's budgets count a kilobyte as 1,024 bytes: its bare page of 132 is the empty page measured here. */
export const KILOBYTE = 1024

export type Kind = 'gallery' | 'table' | 'ballot' | 'desk'

/** Script in kilobytes, gzipped, by the kind of page. */
export const SCRIPT_BUDGET: Record<Kind, number> = { gallery: 150, table: 200, ballot: 400, desk: 450 }

/** A gallery page may weigh this many times an empty page of the same Next. */
export const TIMES_EMPTY = 1.2

/** A gallery page that many ask for is served this many times as often as a page that never changes, CPU for CPU. */
export const TIMES_STILL = 0.8

export const STYLE_BUDGET = 20
export const FONT_BUDGET = { files: 2, kilobytes: 75 }

export type Route = { name: string; kind: Kind; path: string }

type Places = { slug: string; community: string; tokenId: string | null }

/** Pages of a round that takes votes. */
export function votingRoutes({ slug, community }: Places): Route[] {
  const round = `/rounds/${slug}`
  return [
    { name: 'home', kind: 'gallery', path: '/' },
    { name: 'rounds', kind: 'gallery', path: '/rounds' },
    { name: 'community', kind: 'gallery', path: `/c/${community}` },
    { name: 'wall', kind: 'gallery', path: round },
    { name: 'work', kind: 'gallery', path: `${round}/works/1` },
    { name: 'light table', kind: 'table', path: `${round}/table` },
    { name: 'ballot', kind: 'ballot', path: `${round}/ballot` },
    { name: 'votes', kind: 'gallery', path: `${round}/power` },
    { name: 'log', kind: 'desk', path: `${round}/log` },
    { name: 'verify', kind: 'desk', path: '/verify' },
    { name: 'snapshot', kind: 'desk', path: '/interop/snapshot' },
    { name: 'desk', kind: 'desk', path: '/desk' },
    { name: 'desk: new round', kind: 'desk', path: '/desk/rounds/new' },
    { name: 'desk: new community', kind: 'desk', path: '/desk/communities/new' },
  ]
}

/** Pages of a round that is judged by duels. */
export function duelRoutes(slug: string): Route[] {
  const round = `/rounds/${slug}`
  return [
    { name: 'duel', kind: 'table', path: `${round}/duel` },
    { name: 'ballot of duels', kind: 'ballot', path: `${round}/ballot` },
  ]
}

/** Pages of a round whose winners are minted. */
export function mintedRoutes({ slug, community, tokenId }: Places): Route[] {
  const round = `/rounds/${slug}`
  return [
    { name: 'home, after a mint', kind: 'gallery', path: '/' },
    { name: 'collection', kind: 'gallery', path: '/collection' },
    { name: 'wall, minted', kind: 'gallery', path: round },
    { name: 'work, minted', kind: 'gallery', path: `${round}/works/1` },
    { name: 'result', kind: 'gallery', path: `${round}/result` },
    { name: 'token', kind: 'gallery', path: `/c/${community}/tokens/${tokenId}` },
  ]
}
