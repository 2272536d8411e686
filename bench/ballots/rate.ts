/** Its own process for each implementation: prints ballots per CPU second after a warm-up. */
import { cpuSeconds, median } from '#bench/cpu.ts'
import { curveName } from '#crypto'
import { judge, judgeByViem } from './judge.ts'
import { ballotLines } from './lines.ts'

const [way = 'ours', count = '1000'] = process.argv.slice(2)
const lines = ballotLines(Number(count))
const one = way === 'viem' ? judgeByViem : judge
const all = async () => {
  for (const line of lines) await one(line)
}
for (let warming = 0; warming < 3; warming += 1) await all()
const seconds = [await cpuSeconds(all), await cpuSeconds(all), await cpuSeconds(all)]
const perSecond = Math.round(lines.length / median(seconds))
console.log(JSON.stringify({ curve: await curveName(), perSecond }))
