/** Parts of a sum: enough for numbers of 288 bits, and one for what sums carry beyond. */
const PARTS = 10
const PART = 2 ** 32
/** Numbers from here on are added whole: none of a round, where the greatest is 2^256 × 10^9. */
export const SPLIT_BELOW = 2n ** 288n
/** After so many additions the parts are still far below 2^53, where doubles stop being exact. */
const BEFORE_CARRY = 2 ** 20

const words = new DataView(new ArrayBuffer(8))

/**
 * Writes a whole number below `SPLIT_BELOW` in parts of 32 bits, the least first.
 * @returns how many parts it has
 */
export function splitInto(parts: Float64Array, value: bigint, start = 0): number {
  let rest = value
  let count = 0
  while (rest > 0n) {
    words.setBigUint64(0, rest)
    parts[start + count] = words.getUint32(4)
    parts[start + count + 1] = words.getUint32(0)
    count += 2
    rest >>= 64n
  }
  return count
}

/** Room that `splitInto` needs for any number up to this one. */
export const partsFor = (most: bigint): number => splitInto(new Float64Array(PARTS), most)

/**
 * Exact sums of whole numbers by index. The parts of the numbers are added as doubles that never leave the integers,
 * which costs a fraction of what adding bigints does.
 */
export class ExactSums {
  private readonly parts: Float64Array
  private readonly size: number
  /** Sums of the numbers that are too great for parts. */
  private readonly whole = new Map<number, bigint>()
  private readonly loaded = new Float64Array(PARTS)
  private count = 0
  /** The loaded number if it is too great for parts. */
  private great = 0n
  private additions = 0

  constructor(size: number) {
    this.size = size
    this.parts = new Float64Array(size * PARTS)
  }

  /**
   * Keeps a number that is to be added to several sums.
   * @throws RangeError for a number below 0
   */
  load(value: bigint): void {
    if (value < 0n) throw new RangeError('sums are of whole numbers from 0 on')
    this.great = value < SPLIT_BELOW ? 0n : value
    this.count = this.great === 0n ? splitInto(this.loaded, value) : 0
  }

  /** Adds the loaded number, or takes it away. */
  addLoaded(index: number, sign: 1 | -1): void {
    if (this.great !== 0n) this.whole.set(index, (this.whole.get(index) ?? 0n) + BigInt(sign) * this.great)
    else if (sign > 0) this.addParts(index, this.loaded, 0, this.count)
    else this.takeParts(index)
  }

  /** Adds a number that was split before. */
  addParts(index: number, from: Float64Array, start: number, count: number): void {
    const { parts } = this
    const at = index * PARTS
    for (let part = 0; part < count; part += 1)
      parts[at + part] = (parts[at + part] as number) + (from[start + part] as number)
    this.carryInTime()
  }

  private takeParts(index: number): void {
    const at = index * PARTS
    for (let part = 0; part < this.count; part += 1)
      this.parts[at + part] = (this.parts[at + part] as number) - (this.loaded[part] as number)
    this.carryInTime()
  }

  private carryInTime(): void {
    this.additions += 1
    if (this.additions < BEFORE_CARRY) return
    this.additions = 0
    for (let index = 0; index < this.size; index += 1) this.carry(index * PARTS)
  }

  private carry(at: number): void {
    for (let part = at; part < at + PARTS - 1; part += 1) {
      const over = Math.floor((this.parts[part] as number) / PART)
      this.parts[part] = (this.parts[part] as number) - over * PART
      this.parts[part + 1] = (this.parts[part + 1] as number) + over
    }
  }

  of(index: number): bigint {
    let top = PARTS - 1
    while (top >= 0 && this.parts[index * PARTS + top] === 0) top -= 1
    let sum = 0n
    for (let part = top; part >= 0; part -= 1)
      sum = (sum << 32n) + BigInt(this.parts[index * PARTS + part] as number)
    return sum + (this.whole.get(index) ?? 0n)
  }
}
