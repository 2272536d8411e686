import { describe, expect, it } from 'vitest'
import { pictureAmong, sortFiles } from './given-files.ts'

const file = (name: string, type = '') => new File(['x'], name, { type })
const none = { bundle: null, receipts: [] }
const zip = file('bundle.zip', 'application/zip')
const receipt = file('receipt.JSON')

describe('sortFiles', () => {
  it('takes a bundle of any name, and receipts beside it', () => {
    expect(sortFiles([receipt, zip], none)).toEqual({ bundle: zip, receipts: [receipt] })
    const nameless = file('download')
    expect(sortFiles([nameless], none)).toEqual({ bundle: nameless, receipts: [] })
  })
  it('adds receipts to the bundle that is there, each name once', () => {
    const before = { bundle: zip, receipts: [file('a.json'), file('b.json')] }
    const newer = file('b.json', 'application/json')
    expect(sortFiles([newer], before)).toEqual({ bundle: zip, receipts: [before.receipts[0], newer] })
  })
  it('forgets the receipts of a bundle that is replaced', () => {
    expect(sortFiles([zip], { bundle: file('old.zip'), receipts: [receipt] })).toEqual({
      bundle: zip,
      receipts: [],
    })
  })
  it.each([
    ['nothing', []],
    ['two-bundles', [zip, file('other.zip')]],
    ['receipts-only', [receipt]],
  ])('says %s', (fault, files) => {
    expect(sortFiles(files, none)).toBe(fault)
  })
})

describe('pictureAmong', () => {
  const picture = file('tide.JPEG')
  it('takes one picture, by its kind or its name', () => {
    expect(pictureAmong([picture])).toBe(picture)
    const nameless = file('download', 'image/webp')
    expect(pictureAmong([nameless])).toBe(nameless)
  })
  it('takes no picture with anything else', () => {
    expect(pictureAmong([zip, picture])).toBe('picture-alone')
    expect(pictureAmong([picture, picture])).toBe('picture-alone')
  })
  it.each([[zip], [receipt], [file('tide.svg', 'image/svg+xml')]])('leaves %s to others', (other) => {
    expect(pictureAmong([other])).toBeNull()
  })
})
