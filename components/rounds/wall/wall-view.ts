import type { HangOrder } from '#lib/candidates/schema.ts'
import type { RoundState } from '#lib/rounds/schema.ts'

export const WALL_ORDERS: readonly HangOrder[] = ['fair', 'number', 'creator', 'colour']

/** Which works of a round the wall shows; all but the first depend on what this device keeps. */
export const WALL_SHOWS = ['all', 'unseen', 'picks', 'passed', 'rated'] as const
export type WallShow = (typeof WALL_SHOWS)[number]

/** What the address of a wall says. */
export type WallView = { order: HangOrder; deal: string | null; show: WallShow }

const DEAL = /^(0|[1-9]\d{0,8})-[0-9a-f]{4}$/

/** The fair order that an address names; null for none, and for what is no deal. */
const dealOf = (given: string | undefined): string | null =>
  given !== undefined && DEAL.test(given) ? given : null

/** While votes are taken the less seen works come first; before and after it an order that nobody chose. */
export const usualOrder = ({ state }: { state: RoundState }): HangOrder =>
  state === 'voting' ? 'fair' : 'number'

type Asked = { order?: string | undefined; deal?: string | undefined; show?: string | undefined }

/** The view that an address asks for; what it does not say, or says wrongly, is what everybody begins with. */
export function wallView(asked: Asked, usual: HangOrder): WallView {
  const order = WALL_ORDERS.find((one) => one === asked.order) ?? usual
  return {
    order,
    deal: order === 'fair' ? dealOf(asked.deal) : null,
    show: WALL_SHOWS.find((one) => one === asked.show) ?? 'all',
  }
}

/** What an address says of a view; what everybody begins with is not said. */
export function viewQuery({ order, deal, show }: WallView, usual: HangOrder): string {
  const said = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(order !== usual && { order }),
    ...(order === 'fair' && deal !== null && { deal }),
  })
  return said.size > 0 ? `?${said}` : ''
}

/** The address of a view of a round's wall. */
export const wallHref = (slug: string, view: WallView, usual: HangOrder): string =>
  `/rounds/${slug}${viewQuery(view, usual)}`

type Kept = {
  picks: { numbers: readonly number[]; passed: readonly number[]; ratings: ReadonlyMap<number, unknown> }
  seen: ReadonlySet<number>
}

/** The works that a view shows, in their order. */
export function shownNumbers(show: WallShow, numbers: readonly number[], { picks, seen }: Kept): number[] {
  if (show === 'unseen') return numbers.filter((number) => !seen.has(number))
  const of: Record<Exclude<WallShow, 'unseen'>, { has(number: number): boolean }> = {
    all: { has: () => true },
    picks: new Set(picks.numbers),
    passed: new Set(picks.passed),
    rated: picks.ratings,
  }
  return numbers.filter((number) => of[show].has(number))
}
