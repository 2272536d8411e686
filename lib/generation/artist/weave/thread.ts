import type { Linear } from '#lib/generation/artist/colour.ts'
import { noisePlane } from '#lib/generation/artist/noise.ts'
import { hashFraction } from '#lib/generation/artist/random.ts'
import { clamp, smooth } from '#lib/generation/artist/scalar.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { type Cloth, STRUCTURES, warpIsUp } from './cloth.ts'

/** Where a cloth lies on its card, in points, and how far it is drawn out of square there. */
export type Lay = {
  left: number
  top: number
  /** How far a warp end stands aside at a height, and a pick up or down at a place across. */
  swayAt: (y: number) => number
  bowAt: (x: number) => number
  /** How far threads wander by themselves. */
  wander: number
}

type Touch = { yarn: number; light: number }

/** Everything a thread's light hangs on, made once for each cloth. */
type Yard = { cloth: Cloth; seed: number; warpLot: Float32Array; weftLot: Float32Array }

const touch: Touch = { yarn: 0, light: 0 }

/** The twist of the yarn, as a band that runs slantwise along it. */
function twist(turns: number): number {
  const t = turns - Math.floor(turns)
  return 0.1 * (t < 0.5 ? t * 2 - 0.5 : 1.5 - t * 2)
}

/** A thread seen from above: round across, sunk where it dives under the next. */
function round(across: number, thick: number): number {
  const q = 2 * across - 1
  const edge = q * q > thick * thick ? 0.55 : 1
  return (1 - 0.46 * q * q) * edge * (1 - 0.08 * q)
}

/** Weft beaten down until it hides the warp: each pick shows as a bead over every other end. */
function touchFaced({ cloth, weftLot }: Yard, column: number, u: number, y: number): void {
  const beads = (y + (column & 1)) / 2
  const bead = Math.floor(beads)
  const row = clamp(bead * 2 - (column & 1), 0, cloth.rows - 1)
  const q = 2 * u - 1
  touch.yarn = cloth.weft[row * cloth.columns + column] ?? 0
  touch.light =
    round(beads - bead, 0.96) *
    (1 - 0.4 * q * q) *
    (weftLot[row] ?? 1) *
    (1 + twist(u * 1.1 + beads * 1.7 + row * 0.37))
}

/** Finds the yarn on top at a point, in threads from the cloth's corner, and the light it throws back. */
function touchCloth(yard: Yard, x: number, y: number): void {
  const { cloth } = yard
  const column = clamp(Math.floor(x), 0, cloth.columns - 1)
  const row = clamp(Math.floor(y), 0, cloth.rows - 1)
  const structure = STRUCTURES[cloth.tie[row * cloth.columns + column] ?? 0] ?? 'plain'
  const u = clamp(x - column)
  const v = clamp(y - row)
  if (structure === 'faced') {
    touchFaced(yard, column, u, y)
    return
  }
  const isWarp = warpIsUp(structure, column, row)
  const along = isWarp ? v : u
  const dives = isWarp ? !warpIsUp(structure, column, row - 1) : warpIsUp(structure, column - 1, row)
  const sinks = isWarp ? !warpIsUp(structure, column, row + 1) : warpIsUp(structure, column + 1, row)
  let light = round(isWarp ? u : v, 0.93) * ((isWarp ? yard.warpLot[column] : yard.weftLot[row]) ?? 1)
  if (dives) light *= 1 - 0.4 * smooth(0.4, 0, along)
  if (sinks) light *= 1 - 0.4 * smooth(0.6, 1, along)
  touch.yarn = (isWarp ? cloth.warp[column] : cloth.weft[row * cloth.columns + column]) ?? 0
  touch.light = light * (1 + twist(along * 2.3 + (isWarp ? u : v) * 1.7 + (isWarp ? row : column) * 2.4))
}

/** Dye lots: every thread a little off, and a slow drift from dye bath to dye bath. */
function dyeLots(count: number, seed: number, drift: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => {
    const bath = hashFraction(Math.floor(index / 23), 17, seed) - 0.5
    return 1 + 0.09 * (hashFraction(index, 3, seed) - 0.5) + drift * bath
  })
}

/** Weaves the cloth on the sheet; `yarns` are the colours of its yarns in linear light. */
export function weaveCloth(sheet: Sheet, cloth: Cloth, yarns: readonly Linear[], lay: Lay): void {
  const { press, seed } = sheet
  const { unit, scale } = press
  const [wide, high] = [cloth.columns * cloth.thread, cloth.rows * cloth.pick]
  const yard: Yard = {
    cloth,
    seed,
    warpLot: dyeLots(cloth.columns, seed ^ 21, 0.02),
    weftLot: dyeLots(cloth.rows, seed ^ 22, 0.09),
  }
  const slub = noisePlane(press, seed ^ 23, 64, 9, 1)
  const loose = noisePlane(press, seed ^ 24, 90, 70, 2)
  const samples = Math.min(cloth.thread, cloth.pick * 2) * scale < 4 ? 2 : 1
  const bows = Float64Array.from({ length: press.width }, (_, x) => lay.bowAt((x + 0.5) * unit))
  for (let py = 0; py < press.height; py++) {
    const sway = lay.swayAt((py + 0.5) * unit)
    for (let px = 0; px < press.width; px++) {
      const at = py * press.width + px
      const strays = lay.wander * (loose[at] ?? 0)
      const x = (px + 0.5) * unit - lay.left - sway - strays
      const y = (py + 0.5) * unit - lay.top - (bows[px] ?? 0) - strays
      const pick = y / cloth.pick
      const row = Math.floor(pick)
      const v = 2 * (pick - row) - 1
      // The weft turns round the last warp end on one side, then on the other.
      const turn = cloth.thread * 0.3 * (1 - v * v)
      const reach = Math.min(x + (row & 1 ? turn : 0), wide - x + (row & 1 ? 0 : turn), y, high - y)
      const cover = clamp(reach * scale + 0.5)
      if (cover <= 0) continue
      let [red, green, blue] = [0, 0, 0]
      for (let sample = 0; sample < samples * samples; sample++) {
        const dx = ((sample % samples) + 0.5) / samples - 0.5
        const dy = (Math.floor(sample / samples) + 0.5) / samples - 0.5
        touchCloth(yard, (x + dx * unit) / cloth.thread, (y + dy * unit) / cloth.pick)
        const colour = yarns[touch.yarn] ?? yarns[0] ?? [0, 0, 0]
        red += colour[0] * touch.light
        green += colour[1] * touch.light
        blue += colour[2] * touch.light
      }
      const fuzz = 1.13 + 0.12 * (hashFraction(px, py, seed ^ 25) - 0.5) + 0.05 * (slub[at] ?? 0)
      const share = (cover * fuzz) / (samples * samples)
      sheet.red[at] = (sheet.red[at] ?? 0) * (1 - cover) + red * share
      sheet.green[at] = (sheet.green[at] ?? 0) * (1 - cover) + green * share
      sheet.blue[at] = (sheet.blue[at] ?? 0) * (1 - cover) + blue * share
    }
  }
  press.free(slub, loose)
}
