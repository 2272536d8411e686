import type { Plane, Press } from './press.ts'
import { hashPoint } from './random.ts'

const TO_SIGNED = 2 / 4294967296

/** Value noise in −1…1. */
export function valueNoise(x: number, y: number, salt: number): number {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const fx = x - xi
  const fy = y - yi
  const u = fx * fx * (3 - 2 * fx)
  const v = fy * fy * (3 - 2 * fy)
  const a = hashPoint(xi, yi, salt)
  const b = hashPoint(xi + 1, yi, salt)
  const c = hashPoint(xi, yi + 1, salt)
  const d = hashPoint(xi + 1, yi + 1, salt)
  return (a + (b - a) * u + (c - a + (a - b - c + d) * u) * v) * TO_SIGNED - 1
}

function fillLattice(row: Float32Array, y: number, salt: number): void {
  for (let x = 0; x < row.length; x++) row[x] = hashPoint(x, y, salt) * TO_SIGNED - 1
}

function addOctave(plane: Plane, press: Press, cellX: number, cellY: number, salt: number, amount: number) {
  const { width, height, unit } = press
  const stepX = unit / cellX
  const stepY = unit / cellY
  let above = new Float32Array(Math.floor(width * stepX) + 3)
  let below = new Float32Array(above.length)
  let row = -1
  for (let y = 0; y < height; y++) {
    const latticeY = Math.floor(y * stepY)
    if (latticeY !== row) {
      if (latticeY === row + 1 && row >= 0) [above, below] = [below, above]
      else fillLattice(above, latticeY, salt)
      fillLattice(below, latticeY + 1, salt)
      row = latticeY
    }
    const fy = y * stepY - latticeY
    const v = fy * fy * (3 - 2 * fy)
    let start = y * width
    for (let x = 0; x < width; x++, start++) {
      const position = x * stepX
      const cell = Math.floor(position)
      const fx = position - cell
      const a = above[cell] ?? 0
      const b = above[cell + 1] ?? 0
      const left = a + ((below[cell] ?? 0) - a) * v
      const right = b + ((below[cell + 1] ?? 0) - b) * v
      plane[start] = (plane[start] ?? 0) + amount * (left + (right - left) * fx * fx * (3 - 2 * fx))
    }
  }
}

/** A plane of value noise with cells of `cellX` × `cellY` points, in about −1…1. */
export function noisePlane(press: Press, salt: number, cellX: number, cellY: number, octaves = 1): Plane {
  const plane = press.plane()
  let amount = octaves > 1 ? 0.55 : 1
  for (let octave = 0; octave < octaves; octave++) {
    const shrink = 1 << octave
    addOctave(plane, press, cellX / shrink, cellY / shrink, (salt + octave * 7919) | 0, amount)
    amount *= 0.55
  }
  return plane
}

function rotatedNoise(x0: number, y0: number, salt: number, octaves: number): number {
  let x = x0
  let y = y0
  let amount = 0.6
  let sum = 0
  for (let octave = 0; octave < octaves; octave++) {
    const turned = 0.8 * x - 0.6 * y + 11.3
    y = 0.6 * x + 0.8 * y + 4.7
    x = turned
    sum += amount * valueNoise(x, y, (salt + octave * 7919) | 0)
    x *= 2.02
    y *= 2.02
    amount *= 0.52
  }
  return sum
}

/** Noise whose octaves are rotated, so that it has no lattice directions; sampled every 4 px. */
export function swirlPlane(press: Press, salt: number, cell: number, octaves = 2): Plane {
  const { width, height, unit } = press
  const across = (width >> 2) + 2
  const grid = new Float32Array(across * ((height >> 2) + 2))
  for (let index = 0; index < grid.length; index++) {
    const x = ((index % across) * 4 * unit) / cell
    const y = (Math.floor(index / across) * 4 * unit) / cell
    grid[index] = rotatedNoise(x, y, salt, octaves)
  }
  const plane = press.plane()
  for (let y = 0; y < height; y++) {
    const v = (y & 3) / 4
    const row = (y >> 2) * across
    for (let x = 0; x < width; x++) {
      const u = (x & 3) / 4
      const at = row + (x >> 2)
      const top = (grid[at] ?? 0) * (1 - u) + (grid[at + 1] ?? 0) * u
      const bottom = (grid[at + across] ?? 0) * (1 - u) + (grid[at + across + 1] ?? 0) * u
      plane[y * width + x] = top * (1 - v) + bottom * v
    }
  }
  return plane
}
