import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillPolygon, type Point } from '#lib/generation/artist/raster.ts'
import { mix } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import type { Frame } from './coat.ts'
import { type Element, extentOf, type Plant } from './plant.ts'

type Placement = { scale: number; dx: number; dy: number }

/** The plant's own box fitted to the coat. */
function placementOf(plant: Plant, frame: Frame, random: Random): Placement {
  const [left, top, right, bottom] = extentOf(plant)
  const room = { x: frame.right - frame.left - 130, y: frame.bottom - frame.top - 112 }
  const scale = Math.min(2.2, room.x / (right - left), room.y / (bottom - top))
  const slack = Math.max(0, room.x - 20 - (right - left) * scale)
  return {
    scale,
    dx: (frame.left + frame.right) / 2 + random.between(-0.3, 0.3) * slack - ((left + right) / 2) * scale,
    dy: (frame.top + frame.bottom) / 2 + 6 - ((top + bottom) / 2) * scale,
  }
}

function lay(press: Press, plate: Plate, element: Element, { scale, dx, dy }: Placement): void {
  const points = element.points.map(([x, y]): Point => [x * scale + dx, y * scale + dy])
  if (element.kind === 'leaf') fillPolygon(press, plate, points, element.value)
  else if (element.kind === 'stem') {
    const thickness = Math.max(0.8, scale)
    const width = (t: number) => Math.max(0.7, mix(element.from, element.to, t) * thickness)
    strokePath(press, plate, points, width, element.value)
  } else {
    for (const [x, y] of points) fillDisc(press, plate, [x, y, element.radius], { value: element.value })
  }
}

/** What the plant keeps from the light, and the part of it that may be tinted (−1: all of it). */
export function castShadow(
  press: Press,
  plant: Plant,
  frame: Frame,
  random: Random,
  tintedPart: number,
): { shade: Plate; tint: Plate } {
  const placement = placementOf(plant, frame, random)
  const shade = press.plate()
  const tint = press.plate()
  for (const { elements, opacity, part } of plant.layers) {
    const layer = press.plate()
    for (const element of elements) lay(press, layer, element, placement)
    const isTinted = tintedPart < 0 || part === tintedPart
    for (let at = 0; at < press.size; at++) {
      const cover = layer[at] ?? 0
      if (cover === 0) continue
      shade[at] = Math.floor(255 - (255 - (shade[at] ?? 0)) * (1 - (cover / 255) * opacity))
      if (isTinted && cover > (tint[at] ?? 0)) tint[at] = cover
    }
    press.free(layer)
  }
  return { shade, tint }
}
