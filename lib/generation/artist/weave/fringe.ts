import type { Linear } from '#lib/generation/artist/colour.ts'
import { print } from '#lib/generation/artist/ink.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import type { Point } from '#lib/generation/artist/raster.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import type { Cloth } from './cloth.ts'
import type { Lay } from './thread.ts'

/** The ends of the warp, below and above: loose, or gathered in knots. */
export function layFringe(
  sheet: Sheet,
  cloth: Cloth,
  yarns: readonly Linear[],
  lay: Lay,
  random: Random,
): void {
  const { press } = sheet
  const plates = yarns.map(() => press.plate())
  const wide = cloth.columns * cloth.thread
  const high = cloth.rows * cloth.pick
  const knot = random.chance(0.5) ? Math.max(3, Math.floor(34 / cloth.thread)) : 0
  const long = random.between(26, 42)
  for (const way of [1, -1]) {
    const foot = way > 0 ? lay.top + high : lay.top
    for (let end = 0; end < cloth.columns; end++) {
      const plate = plates[cloth.warp[end] ?? 0]
      if (!plate) continue
      const x = lay.left + (end + 0.5) * cloth.thread
      const group = knot ? (Math.floor(end / knot) + 0.5) * knot * cloth.thread : 0
      const gathered = lay.left + Math.min(group, wide - cloth.thread)
      const place = (across: number, out: number): Point => [
        across + lay.swayAt(foot),
        foot + lay.bowAt(across) + way * out,
      ]
      const reach = long * random.between(0.82, 1)
      const path: Point[] = [place(x, -4)]
      let stray = 0
      const drift = random.between(-0.5, 0.5)
      for (let step = 1; step < 7; step++) {
        stray += drift + random.between(-0.8, 0.8)
        const t = step / 6
        const pull = knot ? (t < 0.4 ? t / 0.4 : 1 - (t - 0.4) * 0.5) : 0
        path.push(place(x + (gathered - x) * pull * 0.82 + stray, reach * t))
      }
      strokePath(press, plate, path, cloth.thread * 0.42)
    }
  }
  plates.forEach((plate, yarn) => {
    const [red, green, blue] = yarns[yarn] ?? [0, 0, 0]
    print(sheet, plate, [red * 0.78, green * 0.77, blue * 0.76], { opaque: true, grain: 0.1, mottle: 0 })
    press.free(plate)
  })
}
