import { arcPoints } from '#lib/generation/artist/curve.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import type { Point } from '#lib/generation/artist/raster.ts'
import { mix } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'

export type Circle = { x: number; y: number; radius: number }

/** An engraved circle, or an arc of it. */
export function drawCircle(
  press: Press,
  plate: Plate,
  { x, y, radius }: Circle,
  weight: number,
  { value = 255, from = 0, turn = TURN } = {},
): void {
  strokePath(press, plate, arcPoints([x, y], radius, from, turn), weight, value)
}

export const onCircle = ({ x, y, radius }: Circle, angle: number, beyond = 0): Point => [
  x + cosine(angle) * (radius + beyond),
  y + sine(angle) * (radius + beyond),
]

/** Ticks outside a circle, every fifth longer. */
export function drawTicks(
  press: Press,
  plate: Plate,
  circle: Circle,
  count: number,
  short: number,
  long: number,
): void {
  for (let tick = 0; tick < count; tick++) {
    const angle = (TURN * tick) / count
    const reach = tick % 5 ? short : long
    strokePath(press, plate, [onCircle(circle, angle), onCircle(circle, angle, reach)], 1, 215)
  }
}

/** A moon at a phase (0…1), its dark side hatched by engraved lines that thin towards the terminator. */
export function drawMoon(
  press: Press,
  plate: Plate,
  moon: Circle,
  { phase, tilt, random }: { phase: number; tilt: number; random: Random },
): void {
  const { x, y, radius } = moon
  const [c, s] = [cosine(tilt), sine(tilt)]
  const spacing = Math.max(2.6, radius / 13)
  drawCircle(press, plate, moon, radius > 30 ? 1.3 : 1)
  const terminator = cosine(phase * TURN)
  const isWaning = phase >= 0.5
  for (let across = -radius + spacing / 2; across < radius; across += spacing) {
    const half = Math.sqrt(radius * radius - across * across)
    const from = isWaning ? -half * terminator : -half
    const to = isWaning ? half : half * terminator
    if (to - from < 1) continue
    const v = across + random.between(-0.3, 0.3)
    const line = Array.from({ length: 7 }, (_, step): Point => {
      const u = mix(from, to, step / 6)
      return [x + u * c - v * s, y + u * s + v * c]
    })
    strokePath(press, plate, line, (t) => spacing * (0.62 - 0.32 * (isWaning ? 1 - t : t)), 240)
  }
}
