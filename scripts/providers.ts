import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withMatrix } from './providers/matrix.ts'

/** `npm run providers`: writes the table of adapters into docs/providers.md. */
const path = resolve(import.meta.dirname, '../docs/providers.md')
writeFileSync(path, withMatrix(readFileSync(path, 'utf8')))
