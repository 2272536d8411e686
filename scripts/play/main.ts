import { parseArgs } from 'node:util'
import { createPublicClient, createWalletClient, http, parseEther, parseGwei } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { z } from 'zod'
import { METHOD_IDS } from '#lib/protocol/rules.ts'
import { reportText } from '#scripts/verso/print-report.ts'
import { DAY, type Ground, waitingClock } from './ground.ts'
import { localGround } from './local-ground.ts'
import { playRound } from './play-round.ts'
import { PARTI_PROMPTS } from './prompts.ts'
import { readPrompts } from './read-prompts.ts'

const HELP = `node --conditions=react-server scripts/play/main.ts [options]

Plays a whole round against a running site, as people outside do: by HTTP and contract only.
  --origin URL      the site (http://localhost:3000)
  --rpc URL         its chain (CHAIN_RPC_URL, or http://127.0.0.1:8545)
  --database URL    a local instance's database (DATABASE_URL): its clock is moved instead of waited for
  --funder KEY      without --database: the account that pays for everybody's transactions
  --method NAME     how it is voted: single, approval, weighted, quadratic, score, ranked or pairwise (approval)
  --prompts N       how many briefs (24)
  --tsv FILE        prompts from a file in the form of PartiPrompts instead of the selection of 24
  --pictures N      pictures for each brief (1)
  --voters N        wallets that vote (30)
  --places N        winners (3)
  --name TEXT       tells this round from others (a random one)
`

const OPTIONS = {
  origin: { type: 'string' },
  rpc: { type: 'string' },
  database: { type: 'string' },
  funder: { type: 'string' },
  method: { type: 'string' },
  prompts: { type: 'string' },
  tsv: { type: 'string' },
  pictures: { type: 'string' },
  voters: { type: 'string' },
  places: { type: 'string' },
  name: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const tell = (line: string) => void process.stdout.write(`${line}\n`)

/** A site elsewhere: time is waited for, and one account pays. */
async function distantGround(origin: string, rpcUrl: string, funder: string | undefined): Promise<Ground> {
  const id = await createPublicClient({ transport: http(rpcUrl) }).getChainId()
  const chain = { ...anvil, id, name: `Chain ${id}` }
  const site = { origin, chain, rpcUrl }
  const reader = createPublicClient({ chain, transport: http(rpcUrl) })
  const account = privateKeyToAccount((funder ?? '') as `0x${string}`)
  const wallet = createWalletClient({ account, chain, transport: http(rpcUrl) })
  return {
    site,
    clock: waitingClock(site),
    tell,
    async fund(addresses) {
      const gasPrice = (await reader.getGasPrice()) + parseGwei('0.001')
      const value = gasPrice * 8_000_000n < parseEther('1') ? gasPrice * 8_000_000n : parseEther('1')
      for (const to of addresses) {
        const hash = await wallet.sendTransaction({ to, value })
        await reader.waitForTransactionReceipt({ hash })
      }
    },
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    tell(HELP)
    return 0
  }
  const origin = values.origin ?? 'http://localhost:3000'
  const rpcUrl = values.rpc ?? process.env.CHAIN_RPC_URL ?? 'http://127.0.0.1:8545'
  const databaseUrl = values.database ?? process.env.DATABASE_URL
  const local = databaseUrl ? localGround({ origin, rpcUrl, databaseUrl, tell }) : null
  const ground = local ?? (await distantGround(origin, rpcUrl, values.funder))
  const name = values.name ?? Math.random().toString(36).slice(2, 8)
  const count = Number(values.prompts ?? 24)
  const prompts = values.tsv ? readPrompts(values.tsv, count) : PARTI_PROMPTS.slice(0, count)
  const report = await playRound(ground, {
    founding: {
      slug: `open-wall-${name}`,
      name: `Open wall ${name}`,
      symbol: 'WALL',
      description: 'Briefs from PartiPrompts, judged by people who only live in this script.',
      licence: 'CC-BY-4.0',
      token: { name: 'Open wall votes', symbol: 'OWV' },
      minChallenge: local ? 60 : DAY,
    },
    round: {
      slug: `open-wall-${name}`,
      title: 'Twenty-four briefs',
      brief: 'What does a plain sentence look like?',
      places: Number(values.places ?? 3),
      method: z.enum(METHOD_IDS).parse(values.method ?? 'approval'),
      ...(local && { challengeSeconds: 3600 }),
    },
    prompts,
    picturesPerBrief: Number(values.pictures ?? 1),
    voters: Number(values.voters ?? 30),
    troupe: name,
  })
  tell(reportText(report.verify, process.stdout.isTTY === true))
  tell(`seconds: ${JSON.stringify(report.seconds)}`)
  return report.verify.exitCode
}

try {
  process.exitCode = await main()
} catch (error) {
  // A chain error prints its calldata at length; its first lines say what happened.
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`play: ${said.split('\n').slice(0, 12).join('\n')}\n`)
  process.exitCode = 1
}
process.exit()
