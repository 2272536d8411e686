import { sha256 } from './bytes.ts'

const WORDS_A_HASH = 8

/** Whole numbers from SHA-256 in counter mode: SHA-256(seed ‖ lap ‖ counter), eight words of 32 bits each. */
export class Draws {
  private words: DataView = new DataView(new ArrayBuffer(0))
  private at = WORDS_A_HASH
  private readonly input = new Uint8Array(40)
  private counter = 0

  /** @param seed 32 bytes */
  constructor(seed: Uint8Array, lap: number) {
    this.input.set(seed)
    new DataView(this.input.buffer).setUint32(32, lap)
  }

  private next(): number {
    if (this.at === WORDS_A_HASH) {
      new DataView(this.input.buffer).setUint32(36, this.counter)
      const hash = sha256(this.input)
      this.words = new DataView(hash.buffer, hash.byteOffset, hash.length)
      this.counter += 1
      this.at = 0
    }
    this.at += 1
    return this.words.getUint32(4 * (this.at - 1))
  }

  /** Below `bound`, every number as likely as another: words that would favour the low ones are passed over. */
  below(bound: number): number {
    const limit = Math.floor(2 ** 32 / bound) * bound
    for (;;) {
      const word = this.next()
      if (word < limit) return word % bound
    }
  }
}
