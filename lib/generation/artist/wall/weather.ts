import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillPolygon, type Point } from '#lib/generation/artist/raster.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import type { Frame, Plates } from './plates.ts'

/** Rain in slanting strokes or flakes of snow, on the last plate. */
export function letFall(
  { press, part, frame }: Plates,
  random: Random,
  hour: 'rain' | 'snow',
  motion: number,
): void {
  const share = ((frame.right - frame.left) * (frame.bottom - frame.top)) / (1024 * 1024)
  const slant = motion > 0 ? 0.55 : motion < 0 ? 0.02 : 0.2
  const drops = Math.floor((hour === 'rain' ? 620 : 420) * share)
  for (let drop = 0; drop < drops; drop++) {
    const [x, y] = [
      random.between(frame.left - 40, frame.right + 40),
      random.between(frame.top - 20, frame.bottom),
    ]
    if (hour === 'snow')
      fillDisc(press, part.snow, [x, y, random.between(0.9, 3.1)], { value: random.integer(150, 250) })
    else {
      const long = random.between(14, 46)
      strokePath(
        press,
        part.snow,
        [
          [x, y],
          [x - long * slant, y + long],
        ],
        random.between(0.7, 1.2),
        random.integer(50, 120),
      )
    }
  }
}

type Skyline = readonly Point[]

function rooftops(random: Random, { left, right, top, bottom }: Frame): Skyline {
  const [wide, high] = [right - left, bottom - top]
  const y = top + high * random.between(0.4, 0.62)
  const at = (u: number, v: number): Point => [left + u * wide, y + v * high]
  const kind = random.pick(['gable', 'slope', 'roofs'] as const)
  if (kind === 'gable')
    return [
      at(-0.02, 0.16),
      at(random.between(0.25, 0.42), -0.22),
      at(random.between(0.62, 0.75), 0.12),
      at(1.02, 0.14),
    ]
  const side = random.pick([-1, 1])
  if (kind === 'slope') return [at(-0.02, side * 0.26), at(1.02, -side * 0.26)]
  return [
    at(-0.02, 0.06),
    at(0.22, 0.06),
    at(0.22, -0.07),
    at(0.29, -0.07),
    at(0.29, 0.01),
    at(0.54, 0.01),
    at(0.68, -0.16),
    at(0.82, 0.01),
    at(1.02, 0.01),
  ]
}

/** The shadow of roofs that are not in the picture. */
export function castRoofs({ press, part, frame }: Plates, random: Random): void {
  const below: Skyline = [
    [frame.right + 20, frame.bottom + 20],
    [frame.left - 20, frame.bottom + 20],
  ]
  fillPolygon(press, part.shade, [...rooftops(random, frame), ...below])
}
