import type { Page } from '@playwright/test'

/** A page, or a state of one that keys lead to. */
export type Screen = { name: string; path: string; keys?: readonly string[]; offline?: true }

type Round = { id: string; slug: string; state: string; method: string }

const votingScreens = (slug: string): Screen[] => [
  { name: 'wall, fair order', path: `/rounds/${slug}` },
  { name: 'wall, by colour', path: `/rounds/${slug}?order=colour` },
  { name: 'wall, unseen', path: `/rounds/${slug}?show=unseen` },
  { name: 'wall, nothing picked', path: `/rounds/${slug}?show=picks` },
  { name: 'wall, offline', path: `/rounds/${slug}`, offline: true },
  { name: 'looks', path: `/rounds/${slug}/exposure` },
  { name: 'work', path: `/rounds/${slug}/works/1` },
  { name: 'verso', path: `/rounds/${slug}/works/1?verso` },
  { name: 'Light Table', path: `/rounds/${slug}/table` },
  { name: 'Light Table, picked and passed', path: `/rounds/${slug}/table`, keys: ['p', 'x', 'x', 'p', 'x'] },
  { name: 'Light Table, finished', path: `/rounds/${slug}/table`, keys: ['End', 'ArrowRight'] },
  { name: 'compare', path: `/rounds/${slug}/table`, keys: ['c'] },
  { name: 'compare, closer', path: `/rounds/${slug}/table`, keys: ['c', '+', '+'] },
  { name: 'survey', path: `/rounds/${slug}/table`, keys: ['n'] },
  { name: 'rank', path: `/rounds/${slug}/table?pass=rank`, keys: [] },
  { name: 'keys', path: `/rounds/${slug}/table`, keys: ['?'] },
  { name: 'ballot', path: `/rounds/${slug}/ballot` },
  { name: 'votes of an address', path: `/rounds/${slug}/power` },
  { name: 'log', path: `/rounds/${slug}/log` },
]

const decidedScreens = (slug: string): Screen[] => [
  { name: 'result', path: `/rounds/${slug}/result` },
  { name: 'wall, decided', path: `/rounds/${slug}` },
  { name: 'Light Table, closed', path: `/rounds/${slug}/table` },
  { name: 'ballot, closed', path: `/rounds/${slug}/ballot` },
]

/** All pages of an instance and the states that a visitor without a wallet reaches. */
export function screensOf(rounds: readonly Round[]): Screen[] {
  const of = (state: string) =>
    rounds.find((round) => round.state === state && round.method === 'approval')?.slug
  const [voting, decided, filling] = [of('voting'), of('minted'), of('submissions')]
  const methods = rounds.filter(({ state, method }) => state === 'voting' && method !== 'approval')
  return [
    { name: 'home', path: '/' },
    { name: 'rounds', path: '/rounds' },
    { name: 'collection', path: '/collection' },
    { name: 'verify', path: '/verify' },
    { name: 'Snapshot', path: '/interop/snapshot' },
    { name: 'desk', path: '/desk' },
    { name: 'desk, new round', path: '/desk/rounds/new' },
    { name: 'desk, new community', path: '/desk/communities/new' },
    { name: 'briefs', path: '/briefs' },
    { name: 'not there', path: '/rounds/never-was' },
    ...(voting ? votingScreens(voting) : []),
    ...(decided ? decidedScreens(decided) : []),
    ...(filling
      ? [
          { name: 'wall, filling', path: `/rounds/${filling}` },
          { name: 'Light Table, too early', path: `/rounds/${filling}/table` },
          { name: 'submit', path: `/rounds/${filling}/submit` },
        ]
      : []),
    ...methods.map(({ slug, method }) => ({ name: `ballot, ${method}`, path: `/rounds/${slug}/ballot` })),
    ...methods
      .filter(({ method }) => method === 'pairwise')
      .map(({ slug }) => ({ name: 'duel', path: `/rounds/${slug}/duel` })),
  ]
}

const SETTLED_MS = 900

/** Goes to a page and into the state. */
export async function reach(page: Page, origin: string, { path, keys = [], offline }: Screen): Promise<void> {
  await page.context().setOffline(false)
  await page.goto(origin + path, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLED_MS)
  for (const key of keys) await page.keyboard.press(key)
  if (offline) await page.context().setOffline(true)
  if (keys.length > 0 || offline) await page.waitForTimeout(SETTLED_MS)
}
