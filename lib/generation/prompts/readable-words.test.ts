import { expect, it } from 'vitest'
import { readableWords } from './readable-words.ts'

const kept = { text: 'Herons', revealedAt: null }

it.each([
  ['their creator, while they are kept', kept, true, { text: 'Herons', revealed: false }],
  ['nobody else, while they are kept', kept, false, null],
  [
    'everybody, once they are revealed',
    { ...kept, revealedAt: 0 },
    false,
    { text: 'Herons', revealed: true },
  ],
  ['their creator, once they are', { ...kept, revealedAt: 5n }, true, { text: 'Herons', revealed: true }],
  ['nobody, where there are none', null, true, null],
])('sealed words are read by %s', (_who, row, isCreator, read) => {
  expect(readableWords(row, { isCreator })).toEqual(read)
})
