import { magnitude } from './scalar.ts'

/** Columns × rows that hold `count` cells with the least waste at near-square proportions. */
export function gridFor(count: number, proportion: number): { across: number; down: number } {
  let best = { across: 1, down: count, error: 1e9 }
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across)
    const error = magnitude(across / down - proportion) + (across * down - count) * 0.3
    if (error < best.error) best = { across, down, error }
  }
  return best
}
