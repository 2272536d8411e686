import { cyclesOf, fileGraph } from './check/cycles.ts'
import { projectFiles, readSources } from './check/source-tree.ts'

/** No file imports itself by way of others. */
const cycles = cyclesOf(fileGraph(readSources(projectFiles())))
for (const cycle of cycles) console.log(`import cycle: ${cycle.join(' → ')}`)
process.exit(cycles.length > 0 ? 1 : 0)
