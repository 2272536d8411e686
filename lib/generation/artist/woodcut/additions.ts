import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillPolygon } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import type { Scene } from './scene.ts'

const BOUGHS = 13

function cutTree(press: Press, key: Plate, random: Random, x: number, foot: number, height: number): void {
  const spread = height * 0.26
  const halo = [
    [x - spread - 5, foot - height * 0.1],
    [x, foot - height - 10],
    [x + spread + 5, foot - height * 0.1],
  ] as const
  fillPolygon(press, key, halo, 230, 'remove')
  strokePath(
    press,
    key,
    [
      [x, foot],
      [x, foot - height],
    ],
    (t) => 3.4 * (1 - t) + 1,
  )
  for (let bough = 0; bough < BOUGHS; bough++) {
    const t = bough / BOUGHS
    const y = foot - height * (0.16 + 0.8 * t)
    const reach = height * 0.23 * (1 - t) + 2
    for (const side of [-1, 1]) {
      const tip = random.between(0.8, 1.1)
      const path = [
        [x, y - 3],
        [x + side * reach * 0.6, y + reach * 0.12],
        [x + side * reach * tip, y + reach * 0.5],
      ] as const
      strokePath(press, key, path, (along) => height * 0.045 * (1 - along) + 0.8)
    }
  }
}

/** Firs on the nearest ridge (or along the horizon of a field), each cut clear of what is behind it. */
export function cutTrees(press: Press, key: Plate, scene: Scene, random: Random, count: number): void {
  const ridge = scene.kind === 'field' ? undefined : scene.ridges[scene.ridges.length - 1]
  const [left, right] = [scene.margin + 40, scene.wide - scene.margin - 40]
  const step = clamp((right - left) / (count + 1), 8, 70)
  const start = random.between(left, Math.max(left, right - step * count))
  const size = clamp(step / 42, 0.35, 1) * (scene.high > 900 ? 1 : 0.75)
  for (let tree = 0; tree < count; tree++) {
    const x = Math.min(right, start + step * (tree + random.between(0.2, 0.8)))
    const foot = (ridge ? ridge(x) : scene.horizon) + random.between(10, 30)
    const height = Math.min(random.between(90, 190) * (ridge ? 1 : 0.55) * size, foot - scene.margin - 24)
    if (height > 12) cutTree(press, key, random, x, foot, height)
  }
}

/** Rain or snow in the colour of the paper, kept inside the block. */
export function layWeather(press: Press, scene: Scene, random: Random, weather: 'rain' | 'snow'): Plate {
  const plate = press.plate()
  const { margin, wide, high } = scene
  const inside = (x: number, y: number) =>
    x > margin + 4 && x < wide - margin - 4 && y > margin + 4 && y < high - margin - 4
  for (let mark = 0; mark < 380; mark++) {
    const x = random.between(margin, wide - margin)
    const y = random.between(margin, high - margin)
    if (weather === 'rain') {
      const length = random.between(24, 90)
      if (!inside(x, y) || !inside(x - length * 0.22, y + length)) continue
      strokePath(
        press,
        plate,
        [
          [x, y],
          [x - length * 0.22, y + length],
        ],
        (t) => 1.9 * (1 - 0.7 * t),
      )
    } else {
      const radius = random.between(1.4, 4.6)
      if (inside(x - radius, y - radius) && inside(x + radius, y + radius))
        fillDisc(press, plate, [x, y, radius])
    }
  }
  return plate
}
