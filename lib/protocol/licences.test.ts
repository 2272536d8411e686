import { describe, expect, it } from 'vitest'
import { fileHashOf, utf8 } from './bytes.ts'
import { derivationBar, LICENCES, licenceById, licenceTextHash } from './licences.ts'

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

describe('what keeps a work from being varied under other terms', () => {
  it.each([
    ['CC0-1.0', 'CC-BY-4.0', null],
    ['CC0-1.0', 'CC0-1.0', null],
    ['CC-BY-4.0', 'CC-BY-4.0', null],
    ['CC-BY-4.0', 'CC-BY-NC-4.0', null],
    ['CC-BY-4.0', 'CC0-1.0', 'attribution'],
    ['CC-BY-NC-4.0', 'CC-BY-4.0', 'non-commercial'],
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0', null],
    ['CC-BY-SA-4.0', 'CC-BY-4.0', 'share-alike'],
    ['CC-BY-4.0', 'CC-BY-SA-4.0', null],
    ['unheard-of', 'CC0-1.0', 'unknown'],
    ['CC0-1.0', 'unheard-of', 'unknown'],
  ])('%s into %s: %s', (of, into, bar) => expect(derivationBar(of, into)).toBe(bar))
})
