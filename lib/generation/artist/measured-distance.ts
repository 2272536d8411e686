import type { Picture } from './measured-inks.ts'

const SIDE = 16
const BANDS = 4

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

/** Sum of the three channels over each of 16 × 16 blocks, whatever the proportions of the picture. */
function blockMeans({ width, height, rgb }: Picture): number[] {
  const sums = new Float64Array(SIDE * SIDE)
  const counts = new Float64Array(SIDE * SIDE)
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor((x * SIDE) / width))
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * SIDE) / height) * SIDE
    for (let x = 0, at = y * width * 3; x < width; x++, at += 3) {
      const block = row + (columns[x] ?? 0)
      sums[block] = (sums[block] ?? 0) + (rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)
      counts[block] = (counts[block] ?? 0) + 1
    }
  }
  return Array.from(sums, (sum, block) => sum / Math.max(1, counts[block] ?? 0))
}

/**
 * Block mean value hash of 256 bits: each block brighter than the median of its quarter of the picture
 * (Yang, Gu and Niu, "Block mean value based image perceptual hashing", 2006, as blockhash.io has it).
 */
export function blockHash(picture: Picture): boolean[] {
  const means = blockMeans(picture)
  const size = (SIDE * SIDE) / BANDS
  // A band that is white all over would have no bit above its median.
  const white = (3 * 256) / 2
  return means.map((mean, block) => {
    const start = Math.floor(block / size) * size
    const middle = median(means.slice(start, start + size))
    return mean > middle || (Math.abs(mean - middle) < 1 && middle > white)
  })
}

/** Share of bits in which two hashes differ, 0…1. */
export function hashDistance(one: readonly boolean[], other: readonly boolean[]): number {
  return one.filter((bit, index) => bit !== other[index]).length / one.length
}
