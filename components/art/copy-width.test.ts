import { expect, it } from 'vitest'
import { copySet, copyWidth } from './copy-width.ts'

it('is as wide as the longer side allows, and no wider than the picture', () => {
  expect(copyWidth(320, { width: 1024, height: 1024 })).toBe(320)
  expect(copyWidth(320, { width: 768, height: 1024 })).toBe(240)
  expect(copyWidth(640, { width: 1536, height: 1024 })).toBe(640)
  expect(copyWidth(640, { width: 300, height: 500 })).toBe(300)
})

it('names both copies by their widths', () => {
  const thumb = { src320: '/works/a', src640: '/works/b' }
  expect(copySet(thumb, { width: 768, height: 1024 })).toBe('/works/a 240w, /works/b 480w')
})
