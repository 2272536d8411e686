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
  votingRoutes,
} from './pages/budgets.ts'
import { serveEmptyPage } from './pages/empty-page.ts'
import { hangSite } from './pages/hung-site.ts'
import { openScales, type Scales, type Weight } from './pages/weigh.ts'
import { atMost, type BenchResult } from './result.ts'

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

async function weighSite(scales: Scales): Promise<Weighed[]> {
  const site = await hangSite()
  try {
    const { origin, slug, community } = site
    const voting = await weighRoutes(scales, origin, votingRoutes({ slug, community, tokenId: null }))
    const duels = await weighRoutes(scales, origin, duelRoutes(await site.openDuels()))
    const tokenId = await site.mint()
    const minted = await weighRoutes(scales, origin, mintedRoutes({ slug, community, tokenId }))
    return [...voting, ...duels, ...minted]
  } finally {
    await site.stop()
  }
}

async function weighEmptyPage(scales: Scales): Promise<Weight> {
  const empty = await serveEmptyPage()
  try {
    return (await scales.weighAll(empty.origin, ['/']))[0] as Weight
  } finally {
    await empty.stop()
  }
}

const isGallery = ({ kind }: { kind: Kind }) => kind === 'gallery'

function barsOf(pages: readonly Weighed[], empty: Weight | null): BenchResult['bars'] {
  const bars: BenchResult['bars'] = {}
  const most = (value: (weight: Weight) => number) =>
    Math.max(...pages.filter(isGallery).map(({ weight }) => value(weight)))
  for (const { name, kind, weight } of pages)
    bars[`${name}: script, KB`] = atMost(kilobytes(weight.script), SCRIPT_BUDGET[kind])
  if (empty) {
    bars['gallery: times an empty page'] = atMost(
      rounded(most(({ script }) => script) / empty.script, 3),
      TIMES_EMPTY,
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

function figuresOf(pages: readonly Weighed[], empty: Weight | null): BenchResult['figures'] {
  const figures: BenchResult['figures'] = {}
  if (empty) figures['an empty page of this Next: script, KB'] = kilobytes(empty.script)
  for (const { name, weight } of pages) figures[`${name}: document, KB`] = kilobytes(weight.document)
  return figures
}

/**
 * What a browser downloads for each page before anything is touched: scripts of the document, preloads, and whatever
 * is imported on mount or when idle; gzipped one by one, without what only browsers without modules load. Sizes,
 * not times: they are the same on every machine. The quick run leaves out the empty page.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const scales = await openScales()
  try {
    const empty = quick ? null : await weighEmptyPage(scales)
    const pages = await weighSite(scales)
    // The mark that is looked for has to be found where the wallet is, or its absence says nothing.
    if (!pages.some(({ kind, weight }) => kind === 'ballot' && weight.walletScripts > 0))
      throw new Error('no script of the ballot page is known for wallet code')
    return { name: 'pages', figures: figuresOf(pages, empty), bars: barsOf(pages, empty) }
  } finally {
    await scales.close()
  }
}
