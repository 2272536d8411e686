import { expect, it } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './brief-draft.ts'

function deviceStore() {
  const held = new Map<string, string>()
  return () => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  })
}

const round = { roundId: '0x1' }
const typed = { prompt: 'Three hills', creatorName: 'Ines', count: '3', provider: 'procedural' }

it('keeps what was typed until it is signed; then name and printer stay', () => {
  const store = deviceStore()
  keepDraft(store, round, typed)
  expect(readDraft(store, round)).toEqual(typed)
  dropDraft(store, round)
  expect(readDraft(store, round)).toEqual({ creatorName: 'Ines', provider: 'procedural' })
})

it('does not forget the printer over a finished work, which has none', () => {
  const store = deviceStore()
  keepDraft(store, round, typed)
  const place = { ...round, parent: 'work' }
  keepDraft(store, place, { title: 'Low tide', creatorName: 'Ines O.' })
  expect(readDraft(store, place)).toMatchObject({ title: 'Low tide', creatorName: 'Ines O.' })
  dropDraft(store, round)
  expect(readDraft(store, round)).toEqual({ creatorName: 'Ines O.', provider: 'procedural' })
})

it('keeps the words for each round and each parent apart', () => {
  const store = deviceStore()
  keepDraft(store, round, typed)
  keepDraft(store, { ...round, parent: 'sha256:5e' }, { ...typed, prompt: 'Three hills, dense' })
  expect(readDraft(store, round).prompt).toBe('Three hills')
  expect(readDraft(store, { ...round, parent: 'sha256:5e' }).prompt).toBe('Three hills, dense')
  expect(readDraft(store, { roundId: '0x2' }).prompt).toBeUndefined()
})

it('a form that begins with something keeps it until something else was typed in it', () => {
  const store = deviceStore()
  keepDraft(store, round, typed)
  const place = { ...round, parent: 'sha256:5e' }
  const begin = { prompt: 'A quay', provider: 'replicate' }
  expect(readDraft(store, place, begin)).toMatchObject({ ...begin, creatorName: 'Ines' })
  keepDraft(store, place, { ...begin, provider: 'procedural' })
  expect(readDraft(store, place, begin)).toMatchObject({ prompt: 'A quay', provider: 'procedural' })
})

it('does without a store, and without sense in it', () => {
  const none = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  keepDraft(none, round, typed)
  dropDraft(none, round)
  expect(readDraft(none, round)).toEqual({})
  const broken = { getItem: () => '[not json', setItem: () => {}, removeItem: () => {} }
  expect(readDraft(() => broken, round)).toEqual({})
})
