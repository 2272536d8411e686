import fc from 'fast-check'
import { hexToBytes, recoverPublicKey, sha256, toHex, keccak256 as viemKeccak } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { keccak256, loadKeccak } from './keccak.ts'
import * as native from './native.ts'
import * as portable from './portable.ts'

const both = { native, portable }
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const word = (value: bigint) => hexToBytes(`0x${value.toString(16).padStart(64, '0')}`)
const numberOf = (half: Uint8Array) => BigInt(toHex(half))

/** What viem recovers, or null where it refuses. */
async function oracle(digest: Uint8Array, figures: Uint8Array, recovery: 0 | 1): Promise<string | null> {
  const signature = `${toHex(figures)}${recovery === 0 ? '1b' : '1c'}` as const
  return recoverPublicKey({ hash: digest, signature }).catch(() => null)
}

describe.each(['JavaScript', 'WebAssembly'])('Keccak in %s', (kind) => {
  it('hashes as viem does, and leaves earlier hashes alone', async () => {
    if (kind === 'WebAssembly') await loadKeccak()
    const first = keccak256(Uint8Array.of(1))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (input) => {
        expect(toHex(keccak256(input))).toBe(viemKeccak(input))
      }),
    )
    expect(toHex(first)).toBe(viemKeccak('0x01'))
  })
})

describe.each(Object.entries(both))('%s', (name, crypto) => {
  it('says which curve answers', async () => {
    expect(name === 'native' ? ['native', 'wasm'] : ['wasm']).toContain(await crypto.curveName())
  })

  it('hashes as viem does, whatever the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (input) => {
        expect(toHex(crypto.sha256(input))).toBe(sha256(input))
        expect(crypto.toHex(input)).toBe(toHex(input).slice(2))
        expect(crypto.fromHex(toHex(input).slice(2))).toEqual(input)
      }),
    )
  })

  it('recovers what viem recovers: signed, malleated, and figures that nobody signed', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(32), bytes(64), async (key, digest, noise) => {
        const signed = await privateKeyToAccount(sha256(key)).sign({ hash: toHex(digest) })
        const honest = hexToBytes(signed)
        const figures = honest.slice(0, 64)
        const recovery = honest[64] === 27 ? 0 : 1
        const upper = Uint8Array.from([...figures.slice(0, 32), ...word(ORDER - numberOf(figures.slice(32)))])
        const cases: [Uint8Array, 0 | 1][] = [
          [figures, recovery],
          [figures, recovery === 0 ? 1 : 0],
          [upper, recovery === 0 ? 1 : 0],
        ]
        const inRange = [noise.slice(0, 32), noise.slice(32)].every((half) => {
          const value = numberOf(half)
          return value > 0n && value < ORDER
        })
        if (inRange) cases.push([noise, 0], [noise, 1])
        for (const [given, bit] of cases) {
          const found = await crypto.recoverKey(digest, given, bit)
          expect(found && toHex(found)).toBe(await oracle(digest, given, bit))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('refuses figures outside the curve, and goes on', async () => {
    const digest = new Uint8Array(32).fill(7)
    for (const [r, s] of [
      [0n, 1n],
      [1n, 0n],
      [ORDER, 1n],
      [1n, ORDER],
      [2n ** 256n - 1n, 1n],
      [5n, 1n],
    ] as const)
      expect(await crypto.recoverKey(digest, Uint8Array.from([...word(r), ...word(s)]), 0)).toBeNull()
    const signed = hexToBytes(await privateKeyToAccount(sha256('0x01')).sign({ hash: toHex(digest) }))
    expect(await crypto.recoverKey(digest, signed.slice(0, 64), signed[64] === 27 ? 0 : 1)).not.toBeNull()
  })
})

describe('signNatively', () => {
  it('signs as viem does, byte for byte, where the native library is there', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(32), async (seed, digest) => {
        const key = sha256(seed)
        const signature = await native.signNatively(digest, hexToBytes(key))
        const theirs = await privateKeyToAccount(key).sign({ hash: toHex(digest) })
        expect(signature && toHex(signature)).toBe((await native.curveName()) === 'native' ? theirs : null)
      }),
      { numRuns: 40 },
    )
  })
})
