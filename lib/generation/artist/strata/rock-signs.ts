import { hashPoint } from '#lib/generation/artist/random.ts'
import { clamp, distance, magnitude } from '#lib/generation/artist/scalar.ts'
import { sine, TURN } from '#lib/generation/artist/trigonometry.ts'

/** Coverage of a rock's sign at u along the bed and v above its floor, in points. */
export type RockSign = (u: number, v: number, salt: number) => number

const dots: RockSign = (u, v, salt) => {
  const row = Math.floor(v / 8)
  const shifted = u + (row & 1) * 5
  const column = Math.floor(shifted / 10)
  const dx = shifted - column * 10 - 5 - ((hashPoint(column, row, salt) & 255) / 64 - 2)
  const dy = v - row * 8 - 4 - ((hashPoint(row, column, salt) & 255) / 64 - 2)
  return clamp(1.9 - distance(dx, dy))
}

const dashes: RockSign = (u, v, salt) => {
  const row = Math.floor(v / 8)
  const shifted = u + (hashPoint(row, 1, salt) & 31)
  const column = Math.floor(shifted / 30)
  const length = 8 + (hashPoint(column, row, salt) & 15)
  return shifted - column * 30 < length ? clamp(1.2 - magnitude(v - row * 8 - 4)) : 0
}

const bricks: RockSign = (u, v) => {
  const row = Math.floor(v / 16)
  const shifted = u + (row & 1) * 17
  const joint = magnitude(shifted - Math.floor(shifted / 34) * 34)
  return Math.max(clamp(1.15 - magnitude(v - row * 16)), clamp(1.15 - joint))
}

const lines: RockSign = (_, v) => clamp(1.1 - magnitude(v - Math.floor(v / 5.5) * 5.5 - 2.7)) * 0.8

const waves: RockSign = (u, v) => {
  const bent = v + 2.6 * sine((u / 22) * TURN)
  return clamp(1.15 - magnitude(bent - Math.floor(bent / 9) * 9 - 4.5)) * 0.9
}

const crosses: RockSign = (u, v) => {
  const row = Math.floor(v / 15)
  const shifted = u + (row & 1) * 8
  const dx = magnitude(shifted - Math.floor(shifted / 16) * 16 - 8)
  const dy = magnitude(v - row * 15 - 7.5)
  return Math.max(dx < 3.6 ? clamp(1.1 - dy) : 0, dy < 3.6 ? clamp(1.1 - dx) : 0)
}

const pebbles: RockSign = (u, v, salt) => {
  const row = Math.floor(v / 17)
  const shifted = u + (row & 1) * 12
  const column = Math.floor(shifted / 24)
  const hash = hashPoint(column, row, salt)
  const dx = (shifted - column * 24 - 12 - (((hash >> 8) & 7) - 3)) / (5.5 + (hash & 7) * 0.6)
  const dy = (v - row * 17 - 8.5 - (((hash >> 12) & 3) - 1)) / (3.4 + ((hash >> 4) & 7) * 0.35)
  return clamp(1.2 - magnitude(distance(dx, dy) - 1) * 4.2)
}

const blank: RockSign = () => 0

export const ROCK_SIGNS = [
  dots,
  dashes,
  bricks,
  blank,
  lines,
  crosses,
  pebbles,
  waves,
  blank,
  dots,
  lines,
] as const
