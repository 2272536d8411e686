import { parseArgs } from 'node:util'
import { z } from 'zod'
import { METHOD_IDS } from '#lib/protocol/rules.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { localGround } from './local-ground.ts'
import { playMethodRounds } from './method-rounds.ts'

const HELP = `node --conditions=react-server scripts/play/show-methods.ts --data FOLDER [options]

Plays small rounds by the methods in a running demo, whose clock moves by half an hour to an hour.
  --data FOLDER     the demo's folder (VERSO_DATA)
  --until STATE     voting or final (voting)
  --method NAME     one method only; can be given several times (all seven)
`

const tell = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      until: { type: 'string' },
      method: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const folder = values.data ?? process.env.VERSO_DATA
  if (values.help || !folder) return tell(HELP)
  const methods = z.array(z.enum(METHOD_IDS)).parse(values.method ?? METHOD_IDS)
  const until = z.enum(['voting', 'final']).parse(values.until ?? 'voting')
  const ground = localGround({ ...placesOf(folder), tell })
  try {
    await playMethodRounds(ground, methods, { until, name: Date.now().toString(36) })
  } finally {
    await ground.close()
  }
}

await main()
