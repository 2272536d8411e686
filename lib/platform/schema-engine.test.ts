import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const manifest = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))

it('runs the schema engine that belongs to the Prisma in use', () => {
  expect(manifest('@prisma/schema-engine-wasm').version).toBe(manifest('@prisma/engines-version').version)
})
