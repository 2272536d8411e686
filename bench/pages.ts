import type { ServedApp } from './next-app.ts'
import {
  duelRoutes,
  FONT_BUDGET,
  KILOBYTE,
  type Kind,
  mintedRoutes,
  type Route,
  SCRIPT_BUDGET,
  STYLE_BUDGET,
  TIMES_EMPTY,
  TIMES_STILL,
  votingRoutes,
} from './pages/budgets.ts'
import { serveEmptyPage } from './pages/empty-page.ts'
import { hangSite } from './pages/hung-site.ts'
import { type Served, served } from './pages/served.ts'
import { openScales, type Scales, type Weight } from './pages/weigh.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'

type Weighed = Route & { weight: Weight }

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))
const kilobytes = (bytes: number) => rounded(bytes / KILOBYTE, 1)

async function weighRoutes(scales: Scales, origin: string, routes: readonly Route[]): Promise<Weighed[]> {
  const weights = await scales.weighAll(
    origin,
    routes.map(({ path }) => path),
  )
  return routes.map((route, at) => ({ ...route, weight: weights[at] as Weight }))
}

/** An app of the same Next with nothing in it, and how fast it serves, beside ours. */
type Beside = { empty: Weight; served: Served }

async function besidePeer(
  scales: Scales,
  wall: { url: string; pid: number },
  peer: ServedApp,
): Promise<Beside> {
  const [empty] = await scales.weighAll(peer.origin, ['/'])
  return {
    empty: empty as Weight,
    served: await served(wall, { url: `${peer.origin}/static`, pid: peer.pid }),
  }
}

type Found = { pages: Weighed[]; beside: Beside | null }

async function weighSite(scales: Scales, peer: ServedApp | null): Promise<Found> {
  const site = await hangSite()
  try {
    const { origin, slug, community } = site
    const wall = { url: `${origin}/rounds/${slug}`, pid: site.webPid() }
    const beside = peer && (await besidePeer(scales, wall, peer))
    const voting = await weighRoutes(scales, origin, votingRoutes({ slug, community, tokenId: null }))
    const duels = await weighRoutes(scales, origin, duelRoutes(await site.openDuels()))
    const tokenId = await site.mint()
    const minted = await weighRoutes(scales, origin, mintedRoutes({ slug, community, tokenId }))
    return { pages: [...voting, ...duels, ...minted], beside }
  } finally {
    await site.stop()
  }
}

const isGallery = ({ kind }: { kind: Kind }) => kind === 'gallery'

function barsOf({ pages, beside }: Found): BenchResult['bars'] {
  const bars: BenchResult['bars'] = {}
  const most = (value: (weight: Weight) => number) =>
    Math.max(...pages.filter(isGallery).map(({ weight }) => value(weight)))
  for (const { name, kind, weight } of pages)
    bars[`${name}: script, KB`] = atMost(kilobytes(weight.script), SCRIPT_BUDGET[kind])
  if (beside) {
    const { empty, served } = beside
    bars['gallery: times an empty page'] = atMost(
      rounded(most(({ script }) => script) / empty.script, 3),
      TIMES_EMPTY,
    )
    bars['wall, asked for by many: times a page that never changes'] = atLeast(
      rounded(served.kept / served.still, 2),
      TIMES_STILL,
    )
  }
  bars['gallery: scripts with wallet code'] = atMost(
    most(({ walletScripts }) => walletScripts),
    0,
  )
  const judging = pages.filter(({ kind }) => kind === 'table')
  bars['light table and duel: scripts with wallet code'] = atMost(
    Math.max(...judging.map(({ weight }) => weight.walletScripts)),
    0,
  )
  bars['gallery: style, KB'] = atMost(kilobytes(most(({ style }) => style)), STYLE_BUDGET)
  bars['gallery: fonts preloaded'] = atMost(
    most(({ fonts }) => fonts.files),
    FONT_BUDGET.files,
  )
  bars['gallery: fonts preloaded, KB'] = atMost(
    kilobytes(most(({ fonts }) => fonts.bytes)),
    FONT_BUDGET.kilobytes,
  )
  return bars
}

function figuresOf({ pages, beside }: Found): BenchResult['figures'] {
  const figures: BenchResult['figures'] = {}
  if (beside) {
    const { empty, served } = beside
    figures['an empty page of this Next: script, KB'] = kilobytes(empty.script)
    figures['wall, asked for by many: requests a CPU second'] = served.kept
    figures['wall, rendered for each: requests a CPU second'] = served.rendered
    figures['a page that never changes: requests a CPU second'] = served.still
  }
  for (const { name, weight } of pages) figures[`${name}: document, KB`] = kilobytes(weight.document)
  return figures
}

/**
 * What a browser downloads for each page before anything is touched: scripts of the document, preloads, and whatever
 * is imported on mount or when idle; gzipped one by one, without what only browsers without modules load. Sizes,
 * not times: they are the same on every machine. And how many ask for a wall in one second of the server's CPU, beside
 * a page of the same Next that never changes. The quick run leaves out that Next.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const scales = await openScales()
  const peer = quick ? null : await serveEmptyPage()
  try {
    const found = await weighSite(scales, peer)
    // The mark that is looked for has to be found where the wallet is, or its absence says nothing.
    if (!found.pages.some(({ kind, weight }) => kind === 'ballot' && weight.walletScripts > 0))
      throw new Error('no script of the ballot page is known for wallet code')
    return { name: 'pages', figures: figuresOf(found), bars: barsOf(found) }
  } finally {
    await peer?.stop()
    await scales.close()
  }
}
