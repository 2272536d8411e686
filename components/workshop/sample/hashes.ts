import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'

/** Hexadecimal digits that follow from a number and look like those of a hash. */
function digitsOf(seed: number, length: number): string {
  let state = (seed * 2_654_435_761) % 4_294_967_291
  let digits = ''
  while (digits.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 4_294_967_291
    digits += (state % 65_536).toString(16).padStart(4, '0')
  }
  return digits.slice(0, length)
}

export const sampleBytes = (seed: number): Bytes32 => `0x${digitsOf(seed + 1, 64)}`
export const sampleAddress = (seed: number): Address => `0x${digitsOf(seed + 501, 40)}`
