/** Hash of a text, one unsigned 32-bit integer; the same on every machine. */
export function hashText(text: string): number {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
    hash ^= hash >>> 13
  }
  return hash >>> 0
}

/** Avalanche hash of a lattice point; positional noise must never come from a stream. */
export function hashPoint(x: number, y: number, salt: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ salt
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The hash as a fraction in [0, 1). */
export const hashFraction = (x: number, y: number, salt: number) => hashPoint(x, y, salt) / 4294967296

/** sfc32 seeded through an avalanche hash (PractRand's "small fast counting" generator). */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number) {
    this.a = hashPoint(seed | 0, 1, 0x9e3779b9)
    this.b = hashPoint(seed | 0, 2, 0x243f6a88)
    this.c = hashPoint(seed | 0, 3, 0xb7e15162)
    for (let round = 0; round < 15; round++) this.bits()
  }

  /** An unsigned 32-bit integer. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** A fraction in [0, 1). */
  next(): number {
    return this.bits() / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** A salt for noise or a forked stream. */
  salt(): number {
    return this.bits() | 0
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Roughly normal, unit deviation, never beyond ±3.5. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.7320508
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0]
  }

  shuffle<T>(list: readonly T[]): T[] {
    const keyed = list.map((value) => ({ value, key: this.bits() }))
    return keyed.sort((one, other) => one.key - other.key).map((entry) => entry.value)
  }

  fork(): Random {
    return new Random(this.salt())
  }
}
