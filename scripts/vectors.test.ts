import { expect, it } from 'vitest'
import { staleVectors, vectorFiles } from './vectors.ts'

it('docs/vectors says what the code does', { timeout: 60_000 }, async () => {
  const files = await vectorFiles()
  expect(staleVectors(files)).toEqual([])
  expect(files.size).toBe(32)
})
