import type { Hang, HangOrder } from '#lib/candidates/schema.ts'
import { exposureOrder } from '#lib/protocol/exposure-order.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { colourPlace } from './colour-place.ts'
import type { Shape } from './data.ts'

const byCreator = (a: Shape, b: Shape) =>
  a.creatorName.localeCompare(b.creatorName, 'en') || a.number - b.number

function byColour(shapes: readonly Shape[]): Shape[] {
  const places = new Map(shapes.map((shape) => [shape, colourPlace(shape.thumbhash)]))
  return shapes.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a.number - b.number)
}

const hangOf = (order: HangOrder, shapes: readonly Shape[], deal: string | null): Hang => ({
  order,
  deal,
  numbers: shapes.map(({ number }) => number),
  ratios: shapes.map(({ width, height }) => Math.round((1000 * width) / height)),
})

/** Works of a round, which come by number, in an order that depends on nothing but themselves. */
export function plainHang(order: Exclude<HangOrder, 'fair'>, shapes: readonly Shape[]): Hang {
  if (order === 'creator') return hangOf(order, shapes.toSorted(byCreator), null)
  return hangOf(order, order === 'colour' ? byColour(shapes) : shapes, null)
}

type Dealt = { roundId: Bytes32; epoch: number; deal: string; impressions: readonly number[] }

/** Works of a round, which come by number, in the order that a visitor was dealt. */
export function fairHang(shapes: readonly Shape[], dealt: Dealt): Hang {
  const hung = exposureOrder(dealt).flatMap((number) => shapes[number - 1] ?? [])
  return hangOf('fair', hung, `${dealt.epoch}-${dealt.deal}`)
}
