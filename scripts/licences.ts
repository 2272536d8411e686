import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withTables } from './licences/table.ts'

/** `npm run licences`: writes what is allowed with what into docs/licences.md. */
const path = resolve(import.meta.dirname, '../docs/licences.md')
writeFileSync(path, withTables(readFileSync(path, 'utf8')))
