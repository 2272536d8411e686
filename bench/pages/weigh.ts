import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from '@playwright/test'
import { launchBrowser } from '#scripts/browser.ts'

/** What a browser downloads for one page, in bytes. */
export type Weight = {
  /** Scripts, gzipped one by one. What stands inline is the page's own content and counts with the document. */
  script: number
  style: number
  fonts: { files: number; bytes: number }
  document: number
  /** Scripts that hold the wallet's code. */
  walletScripts: number
}

const WALLET = /rainbowkit|wagmi|walletconnect/i

/** Longest wait for a page that goes on asking for its progress. */
const PATIENCE_MS = 8_000
const QUIET_MS = 1_000
/** A busy machine may be slow: sizes do not depend on it. */
const GOTO_MS = 120_000

const zipped = (body: Buffer | string) => gzipSync(body).length

type Kind = 'script' | 'style' | 'font'

function kindOf(response: Response): Kind | null {
  const type = response.headers()['content-type'] ?? ''
  if (type.includes('javascript')) return 'script'
  if (type.startsWith('text/css')) return 'style'
  return type.startsWith('font/') ? 'font' : null
}

/** Everything of a kind that arrives, once each. */
function collect(page: Page) {
  const arrived = new Map<string, { kind: Kind; body: Promise<Buffer> }>()
  let last = Date.now()
  page.on('response', (response) => {
    const kind = kindOf(response)
    if (!kind || !response.ok() || arrived.has(response.url())) return
    last = Date.now()
    const body = response.body()
    // Whoever waits for it hears of a failure; a page that is left early has nobody waiting.
    body.catch(() => {})
    arrived.set(response.url(), { kind, body })
  })
  /** Nothing came for a while, and a page that had nothing left to do asks for nothing more either. */
  const quiet = async () => {
    for (let seen = 0; seen !== last; ) {
      while (Date.now() - last < QUIET_MS) await new Promise((wait) => setTimeout(wait, 100))
      seen = last
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
      await new Promise((wait) => setTimeout(wait, QUIET_MS))
    }
  }
  const bodiesOf = (wanted: Kind) =>
    Promise.all([...arrived.values()].filter(({ kind }) => kind === wanted).map(({ body }) => body))
  return { quiet, bodiesOf }
}

async function preloadedFonts(page: Page): Promise<Weight['fonts']> {
  const links = page.locator('link[rel=preload][as=font]')
  const urls = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  const answers = await Promise.all([...new Set(urls)].map((url) => page.request.get(url)))
  const bodies = await Promise.all(answers.map((answer) => answer.body()))
  return { files: bodies.length, bytes: bodies.reduce((sum, { length }) => sum + length, 0) }
}

/** Opens a page with nothing cached and waits, without touching it, until nothing more comes. */
async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({
    baseURL: new URL(url).origin,
    viewport: { width: 1440, height: 900 },
  })
  try {
    const page = await context.newPage()
    const { quiet, bodiesOf } = collect(page)
    const answer = await page.goto(url, { timeout: GOTO_MS })
    if (!answer?.ok()) throw new Error(`${url} answered with ${answer?.status()}`)
    await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS }).catch(() => {})
    await quiet()
    // What a page checks by itself is a script of its own, which comes once the page is awake.
    const busy = page.locator('[aria-busy=true]')
    await busy.first().waitFor({ state: 'detached', timeout: GOTO_MS })
    await quiet()
    const [scripts, styles] = await Promise.all([bodiesOf('script'), bodiesOf('style')])
    const sum = (bodies: Buffer[]) => bodies.reduce((total, body) => total + zipped(body), 0)
    return {
      script: sum(scripts),
      style: sum(styles),
      fonts: await preloadedFonts(page),
      document: zipped(await answer.body()),
      walletScripts: scripts.filter((body) => WALLET.test(body.toString())).length,
    }
  } finally {
    await context.close()
  }
}

/** A browser that weighs pages, several at once: sizes do not depend on the time they take. */
export async function openScales() {
  const browser = await launchBrowser()
  return {
    weighAll: (origin: string, paths: readonly string[]) =>
      Promise.all(paths.map((path) => weigh(browser, new URL(path, origin).href))),
    close: () => browser.close(),
  }
}

export type Scales = Awaited<ReturnType<typeof openScales>>
