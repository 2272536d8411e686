import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as native from './native.ts'
import * as portable from './portable.ts'

const bytes = fc.uint8Array({ maxLength: 3000 })

describe.each(Object.entries({ native, portable }))('%s', (_, inflate) => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(0, 1, 6, 9), (given, level) => {
        expect(inflate.inflateExact(deflateSync(given, { level }), given.length)).toEqual(given)
      }),
    )
  })

  it('refuses another length, and bytes behind the end', () => {
    fc.assert(
      fc.property(bytes, fc.uint8Array({ minLength: 1, maxLength: 9 }), (given, rest) => {
        const packed = deflateSync(given)
        expect(() => inflate.inflateExact(packed, given.length + 1)).toThrow(Error)
        if (given.length > 0) expect(() => inflate.inflateExact(packed, given.length - 1)).toThrow(Error)
        expect(() => inflate.inflateExact(Uint8Array.from([...packed, ...rest]), given.length)).toThrow(Error)
        expect(() => inflate.inflateExact(packed.subarray(0, -1), given.length)).toThrow(Error)
      }),
    )
  })

  it('does not grow beyond what was announced', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000))
    const before = process.memoryUsage().arrayBuffers
    expect(() => inflate.inflateExact(bomb, 1000)).toThrow(Error)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
  })

  it('has the checksum of the zip format', () => {
    expect(inflate.crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    fc.assert(
      fc.property(bytes, (given) => {
        expect(inflate.crc32(given)).toBe(portable.crc32(given))
      }),
    )
  })
})
