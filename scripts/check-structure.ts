import { cyclesOf } from './check/cycles.ts'
import { pathFindings, textFindings } from './check/layout.ts'
import { profileOf, testDensity } from './check/profile.ts'
import { domainGraph, type Finding, ringFindings } from './check/rings.ts'
import { projectFiles, readSources } from './check/source-tree.ts'

/** The tree, the fixed names and the directions of import that lint cannot express. */
const files = projectFiles()
const sources = readSources(files)
const findings: Finding[] = [
  ...files.flatMap(pathFindings),
  ...sources.flatMap(textFindings),
  ...sources.flatMap(ringFindings),
  ...cyclesOf(domainGraph(sources)).map((cycle) => ({
    path: `lib/${cycle[0]}`,
    line: 1,
    reason: `the domains ${cycle.join(', ')} import each other in a cycle.`,
  })),
]
for (const { path, line, reason } of findings) console.log(`${path}:${line} ${reason}`)

const profile = profileOf(sources.filter(({ path }) => !/\.test\.tsx?$/.test(path)))
console.log(
  `${profile.files} files, median ${profile.median} lines, p90 ${profile.p90}, longest ${profile.max}; ` +
    `${profile.anyPerThousand.toFixed(2)} any and ${testDensity(sources).toFixed(1)} test cases per thousand lines`,
)
process.exit(findings.length > 0 ? 1 : 0)
