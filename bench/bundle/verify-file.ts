/** Its own process, so that its CPU time and memory are its own: verifies an archive and prints what it took. */
import { readFileSync } from 'node:fs'
import { curveName } from '#crypto'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { openJudgePool } from '#scripts/verso/judge/judge-pool.ts'

const [file = '', threads = 'alone', repeats = '1'] = process.argv.slice(2)
const archive = new Uint8Array(readFileSync(file))
const curve = await curveName()
for (let turn = 0; turn < Number(repeats); turn += 1) {
  const pool = threads === 'pool' ? openJudgePool() : null
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const { colour, checks } = await verifyBundle(archive, pool ? { judge: pool.judge } : {})
  const { user, system } = process.cpuUsage(cpu)
  const figures = {
    curve,
    colour,
    findings: [...new Set(checks.flatMap(({ findings }) => findings.map(({ code }) => code)))],
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: (performance.now() - wall) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1000,
  }
  console.log(JSON.stringify(figures))
  await pool?.close()
}
