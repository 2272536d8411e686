import { describe, expect, it } from 'vitest'
import { fileHashOf, utf8 } from './bytes.ts'
import { LICENCES, licenceById, licenceTextHash, mayDerive } from './licences.ts'

describe('licences', () => {
  it('names each by its SPDX identifier and its legal code', () => {
    expect(licenceById('CC-BY-4.0').text).toBe(
      'SPDX CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/legalcode',
    )
    expect(licenceTextHash('CC-BY-4.0')).toBe(fileHashOf(utf8(licenceById('CC-BY-4.0').text)))
  })

  it('has one text for each', () => {
    expect(new Set(LICENCES.map(({ id }) => licenceTextHash(id))).size).toBe(LICENCES.length)
  })

  it('allows trade only where the licence does', () => {
    const commercial = LICENCES.filter(({ flags }) => flags.commercial).map(({ id }) => id)
    expect(commercial).toEqual(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'])
  })

  it('refuses a name it does not know', () => {
    expect(() => licenceById('MIT')).toThrow(expect.objectContaining({ code: 'licence-unknown' }))
    expect(() => licenceTextHash('cc0-1.0')).toThrow(expect.objectContaining({ code: 'licence-unknown' }))
  })
})

describe('whether a work may be varied under other terms', () => {
  it.each([
    ['CC0-1.0', 'CC-BY-4.0', true],
    ['CC0-1.0', 'CC0-1.0', true],
    ['CC-BY-4.0', 'CC-BY-4.0', true],
    ['CC-BY-4.0', 'CC-BY-NC-4.0', true],
    ['CC-BY-4.0', 'CC0-1.0', false],
    ['CC-BY-NC-4.0', 'CC-BY-4.0', false],
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0', true],
    ['CC-BY-SA-4.0', 'CC-BY-4.0', false],
    ['CC-BY-4.0', 'CC-BY-SA-4.0', true],
    ['unheard-of', 'CC0-1.0', false],
    ['CC0-1.0', 'unheard-of', false],
  ])('%s into %s: %s', (of, into, allowed) => expect(mayDerive(of, into)).toBe(allowed))
})
