import { runVerso } from './verso/command-line.ts'

process.exitCode = await runVerso(process.argv.slice(2))
