import { noisePlane } from '#lib/generation/artist/noise.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { clamp, mix, smooth, toByte } from '#lib/generation/artist/scalar.ts'

export type Frame = { left: number; top: number; right: number; bottom: number }

const STROKES = 9

/** A coat of sensitiser brushed in nine strokes: bristle ends at two sides, straight at the others. */
export function brushCoat(press: Press, random: Random, frame: Frame, upright: boolean): Plate {
  const bristle = noisePlane(press, random.salt(), upright ? 3 : 90, upright ? 90 : 3, 2)
  const waver = noisePlane(press, random.salt(), 46, 46, 2)
  const ends = Array.from(
    { length: STROKES + 1 },
    () => [random.between(-22, 14), random.between(-14, 22)] as const,
  )
  const plate = press.plate()
  const across = upright ? [frame.left, frame.right] : [frame.top, frame.bottom]
  const along = upright ? [frame.top, frame.bottom] : [frame.left, frame.right]
  const [a0 = 0, a1 = 0, b0 = 0, b1 = 0] = [...across, ...along]
  for (let at = 0; at < press.size; at++) {
    const x = (at % press.width) * press.unit
    const y = Math.floor(at / press.width) * press.unit
    const a = upright ? x : y
    const b = upright ? y : x
    const t = clamp((a - a0) / (a1 - a0)) * STROKES
    const stroke = Math.min(STROKES - 1, Math.floor(t))
    const [start, next] = [ends[stroke] ?? [0, 0], ends[stroke + 1] ?? [0, 0]]
    const blend = smooth(0.35, 0.65, t - stroke)
    const soft = waver[at] ?? 0
    const hair = bristle[at] ?? 0
    const reach = Math.min(b - b0 - mix(start[0], next[0], blend), b1 + mix(start[1], next[1], blend) - b)
    const side = Math.min(a - a0 + soft * 4, a1 - a + soft * 4)
    const ragged = reach - 4 + hair * 20 * (0.2 + 0.65 * clamp(soft + 0.5)) + 12 * soft
    let cover = clamp(side * 0.5) * smooth(-1, 5, ragged)
    if (reach < 46 && hair < -0.5) cover *= smooth(6, 46, reach + 8 * soft) > 0.5 ? 1 : 0.35
    plate[at] = toByte(cover * (1 - 0.05 * clamp(hair)))
  }
  press.free(bristle, waver)
  return plate
}
