import { expect, it } from 'vitest'
import { UPLOAD_MOST_BYTES } from '#lib/generation/uploads/schema.ts'
import { faultOfFile, faultOfSize } from './chosen-picture.ts'
import { readAnswer } from './send-upload.ts'

it.each([
  ['image/png', 1, null],
  ['image/jpeg', UPLOAD_MOST_BYTES, null],
  ['', 1, null],
  ['image/webp', UPLOAD_MOST_BYTES + 1, 'upload-too-large'],
  ['image/svg+xml', 1, 'upload-kind'],
  ['image/gif', 1, 'upload-kind'],
  ['image/heic', 1, 'upload-kind'],
  ['text/html', 1, 'upload-kind'],
])('a file of %j with %i bytes: %s', (type, size, fault) => {
  expect(faultOfFile({ type, size })).toBe(fault)
})

it.each([
  [8192, 4882, null],
  [8193, 8, 'upload-pixels'],
  [8192, 4883, 'upload-pixels'],
])('%i × %i pixels: %s', (width, height, fault) => {
  expect(faultOfSize({ width, height })).toBe(fault)
})

it('an answer is what was kept, a problem in words, or none at all', () => {
  const uploaded = { sha256: `sha256:${'5e'.repeat(32)}`, mime: 'image/png', width: 9, height: 8, bytes: 70 }
  expect(readAnswer(201, JSON.stringify(uploaded))).toEqual({ ok: true, uploaded })
  const problem = { code: 'upload-kind', title: 'No picture.', next: 'Choose another.' }
  expect(readAnswer(415, JSON.stringify({ ...problem, status: 415 }))).toEqual({ ok: false, problem })
  for (const [status, text] of [
    [201, '{}'],
    [502, '<html>'],
    [0, ''],
  ] as const)
    expect(readAnswer(status, text)).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
})
