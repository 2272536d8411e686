import { mkdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeVerifyPage } from './verify-page/make-page.ts'

/** `npm run verify-page`: writes verso-verify.html, the verifier as one file, and prints its SHA-256. */
const { values } = parseArgs({ options: { folder: { type: 'string', default: '.' } } })
const folder = resolve(values.folder)
mkdirSync(folder, { recursive: true })
const sha256 = await writeVerifyPage(folder)
console.log(`${sha256}  ${relative('.', resolve(folder, 'verso-verify.html'))}`)
