import { afterEach, expect, it, vi } from 'vitest'
import { documentAge } from './document-age.ts'

afterEach(() => vi.restoreAllMocks())

function document(...entries: object[]) {
  vi.spyOn(performance, 'now').mockReturnValue(1_500)
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries as PerformanceEntryList)
}

it('counts what a document was kept before it was sent, and what passed since', () => {
  document({ responseStart: 500, serverTiming: [{ name: 'kept', duration: 12_000 }] })
  expect(documentAge()).toBe(13_000)
})

it.each([
  ['that was made for this visit', { responseStart: 500, serverTiming: [] }],
  ['of a browser that hands over no such times', { responseStart: 500 }],
])('counts from its first byte for one %s', (_, entry) => {
  document(entry)
  expect(documentAge()).toBe(1_000)
})

it('counts from the start where the browser says nothing of a visit', () => {
  document()
  expect(documentAge()).toBe(1_500)
})
