import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { providerMatrix, withMatrix } from './matrix.ts'

const document = readFileSync(resolve(import.meta.dirname, '../../docs/providers.md'), 'utf8')

it('the document shows what the adapters say today (npm run providers)', () => {
  expect(document).toBe(withMatrix(document))
  expect(document).toContain(providerMatrix())
})

it('says of every adapter what it was tried on', () => {
  expect(providerMatrix()).not.toContain('NOT TESTED')
  expect(providerMatrix().split('\n')).toHaveLength(2 + 9)
})
