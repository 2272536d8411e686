import { runInstalled } from './install.mjs'

await runInstalled('scripts/demo.ts')
