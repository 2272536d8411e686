import type { Options } from '#lib/generation/artist/options.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, type Point } from '#lib/generation/artist/raster.ts'
import { clamp, distance } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import type { Plates } from './almanac.ts'
import { type Circle, drawCircle, drawTicks, onCircle } from './marks.ts'

export type StarChart = { figures: number; stars: number; river: number; turn: number }

export function planStars(random: Random, options: Options): StarChart {
  const crowd = options.density > 0 ? 2.4 : options.density < 0 ? 0.3 : 1
  return {
    figures: clamp(options.count ?? random.integer(5, 8), 1, 24),
    stars: Math.floor(210 * crowd),
    river: Math.floor(3800 * (options.density < 0 ? 0.4 : 1)),
    turn: options.motion > 0 ? 1.5 : options.motion < 0 ? 0.35 : 1.05,
  }
}

function engraveRules(press: Press, plate: Plate, dial: Circle): void {
  const { radius } = dial
  for (const [share, weight] of [
    [1, 2.4],
    [1.03, 1],
    [0.66, 0.9],
    [0.33, 0.9],
  ] as const) {
    drawCircle(press, plate, { ...dial, radius: radius * share }, weight)
  }
  for (let hour = 0; hour < 24; hour++) {
    const angle = (TURN * hour) / 24
    const inner = hour % 2 ? radius * 0.33 : 12
    strokePath(press, plate, [onCircle({ ...dial, radius: inner }, angle), onCircle(dial, angle)], 0.7, 150)
  }
  drawTicks(press, plate, dial, 180, 6, 12)
}

function stippleRiver({ press, lines, random }: Plates, { x, y, radius }: Circle, count: number): void {
  const heading = random.between(0, TURN)
  const [c, s] = [cosine(heading), sine(heading)]
  for (let dot = 0; dot < count; dot++) {
    const along = random.between(-1, 1) * radius
    const across = random.bell() * 46 + 50 * sine(along / 190)
    const at: Point = [x + c * along - s * across, y + s * along + c * across]
    const size = random.between(0.5, 0.95)
    if (distance(at[0] - x, at[1] - y) < radius * 0.985) fillDisc(press, lines, [...at, size], { value: 190 })
  }
}

function engraveFigure(plates: Plates, dial: Circle, plate: Plate, start: Point, turn: number): void {
  const { press, random } = plates
  let [x, y] = start
  let heading = random.between(0, TURN)
  let before: Point | undefined
  const stars = random.integer(4, 7)
  for (let star = 0; star < stars; star++) {
    if (distance(x - dial.x, y - dial.y) > dial.radius * 0.94) break
    fillDisc(press, plate, [x, y, random.pick([3, 4.5, 6])])
    if (before) {
      const [dx, dy] = [x - before[0], y - before[1]]
      const length = distance(dx, dy)
      const [ux, uy] = [(dx / length) * 10, (dy / length) * 10]
      strokePath(
        press,
        plate,
        [
          [before[0] + ux, before[1] + uy],
          [x - ux, y - uy],
        ],
        1.3,
      )
    }
    before = [x, y]
    heading += random.between(-turn, turn)
    const step = random.between(40, 86)
    x += cosine(heading) * step
    y += sine(heading) * step
  }
}

/** A polar chart: five magnitudes of stars, a stippled river, figures with one in the accent. */
export function engraveStars(plates: Plates, chart: StarChart): void {
  const { press, lines, accents, thirds, random } = plates
  const dial = { x: press.wide / 2, y: press.high / 2, radius: Math.min(press.wide, press.high) * 0.39 }
  engraveRules(press, lines, dial)
  const tilt = random.between(0, TURN)
  const ecliptic = { x: dial.x + cosine(tilt) * 86, y: dial.y + sine(tilt) * 86, radius: dial.radius * 0.7 }
  drawCircle(press, thirds ?? accents, ecliptic, thirds ? 3 : 1.6)
  stippleRiver(plates, dial, chart.river)
  for (let star = 0; star < chart.stars; star++) {
    const angle = random.between(0, TURN)
    const reach = Math.sqrt(random.next()) * dial.radius * 0.96
    const rank = random.next()
    const size = rank > 0.97 ? 6 : rank > 0.88 ? 3.8 : rank > 0.6 ? 2.3 : 1.3
    fillDisc(press, lines, [...onCircle({ ...dial, radius: reach }, angle), size])
  }
  for (let figure = 0; figure < chart.figures; figure++) {
    const angle = (TURN * figure) / chart.figures + random.between(-0.2, 0.2)
    const start = onCircle({ ...dial, radius: random.between(0.3, 0.75) * dial.radius }, angle)
    engraveFigure(plates, dial, figure === 0 ? accents : lines, start, chart.turn)
  }
}
