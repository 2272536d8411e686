import { resolve } from 'node:path'
import { privateKeyToAccount } from 'viem/accounts'
import { readClock } from '#lib/platform/clock.ts'
import { type Db, openDb } from '#lib/platform/db.ts'
import { type Env, parseEnv } from '#lib/platform/env.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import { checkChain, type Founded } from './doctor/check-chain.ts'
import { checkCredentials, type OpenRound } from './doctor/check-credentials.ts'
import { checkDatabase } from './doctor/check-database.ts'
import { checkFolder } from './doctor/check-folder.ts'
import { checkCurve, checkReplicate, checkWalletConnect } from './doctor/check-options.ts'
import { checkOtherChains } from './doctor/check-other-chains.ts'
import { checkProviders } from './doctor/check-providers.ts'
import { checkSite } from './doctor/check-site.ts'
import { checkPinning, checkStorage } from './doctor/check-storage.ts'
import { checkUpkeep } from './doctor/check-upkeep.ts'
import { type Finding, ok, wrong } from './doctor/finding.ts'

const MIGRATIONS = resolve(import.meta.dirname, '../../prisma/migrations')
const OLDEST_NODE = [20, 19] as const

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldest, oldestMinor] = OLDEST_NODE
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return ok('Node', `${version}.`)
  return wrong('Node', `${version} is too old.`, `Use ${OLDEST_NODE.join('.')} or later.`)
}

type Rows = { communities: Founded[]; rounds: OpenRound[]; upkeep: Finding[] }

async function openRounds(db: Db): Promise<OpenRound[]> {
  const now = (await readClock(db)).now()
  const rows = await db.round.findMany({
    where: { status: 'submissions', closesAt: { gt: now } },
    orderBy: { id: 'asc' },
    select: { title: true, rules: true },
  })
  return rows.map(({ title, rules }) => {
    const { c2paRoot, submissionsCloseAt } = rulesSchema.parse(rules)
    return { title, c2paRoot, takesPictures: !admissionEnded({ submissionsCloseAt }, now) }
  })
}

async function rowsIn(databaseUrl: string): Promise<Rows> {
  const db = openDb(databaseUrl)
  try {
    const rows = await db.community.findMany({ select: { name: true, collection: true } })
    const communities = rows.map(({ name, collection }) => ({
      name,
      collection: addressSchema.parse(collection),
    }))
    return { communities, rounds: await openRounds(db), upkeep: await checkUpkeep(db) }
  } finally {
    await db.$disconnect()
  }
}

async function examine(settings: Env): Promise<Finding[]> {
  const database = await checkDatabase(settings.DATABASE_URL, MIGRATIONS)
  const isWell = database.every(({ level }) => level !== 'wrong')
  const { communities, rounds, upkeep }: Rows = isWell
    ? await rowsIn(settings.DATABASE_URL)
    : { communities: [], rounds: [], upkeep: [] }
  const key = settings.OPERATOR_PRIVATE_KEY
  const [folder, storage, pinning, chain, others, site, replicate, providers, curve] = await Promise.all([
    checkFolder(settings.VERSO_DATA),
    checkStorage(settings),
    checkPinning(settings),
    checkChain(settings, Math.floor(Date.now() / 1000), communities),
    checkOtherChains(settings),
    checkSite({
      publicUrl: settings.PUBLIC_URL,
      chainId: settings.CHAIN_ID,
      communities: communities.length,
      operator: key ? privateKeyToAccount(key as `0x${string}`).address : null,
    }),
    checkReplicate(settings),
    checkProviders(settings),
    checkCurve(),
  ])
  const walletConnect = checkWalletConnect(settings.WALLETCONNECT_PROJECT_ID)
  return [
    ...database,
    ...folder,
    ...checkCredentials(settings.VERSO_DATA, new Date(), rounds),
    ...storage,
    ...pinning,
    ...upkeep,
    ...chain,
    ...others,
    ...site,
    walletConnect,
    ...replicate,
    ...providers,
    curve,
  ]
}

const SIGNS = { ok: '✓', note: '·', wrong: '✗' } as const

function textOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length))
  const lines = findings.map(({ level, about, says, next }) => {
    const first = `${SIGNS[level]} ${about.padEnd(width)}  ${says}`
    return next ? `${first}\n  ${' '.repeat(width)}  ${next}` : first
  })
  const missing = findings.filter(({ level }) => level === 'wrong').length
  const verdict = missing === 0 ? 'Nothing is missing.' : `${missing} to mend.`
  return `${lines.join('\n')}\n\n${verdict}\n`
}

function readSettings(source: NodeJS.ProcessEnv): Env | Finding {
  try {
    return parseEnv(source)
  } catch (error) {
    const [, ...names] = error instanceof Error ? error.message.split('\n') : []
    return wrong(
      'environment',
      names.join('; '),
      'Correct what is named: docs/deploy.md lists every variable.',
    )
  }
}

/** What an instance with this environment lacks and has. */
export async function diagnose(source: NodeJS.ProcessEnv): Promise<Finding[]> {
  const settings = readSettings(source)
  const node = checkNode(process.versions.node)
  return 'about' in settings ? [node, settings] : [node, ...(await examine(settings))]
}

/**
 * `verso doctor`: says what an instance with this environment lacks. Reads everything and changes nothing, but for a
 * file of its own that it puts into the store and takes away.
 * @returns exit code: 0 nothing is missing, 1 something is
 */
export async function doctorCommand(flags: { json?: boolean }, source: NodeJS.ProcessEnv): Promise<number> {
  const findings = await diagnose(source)
  process.stdout.write(flags.json ? `${JSON.stringify(findings, null, 2)}\n` : textOf(findings))
  return findings.some(({ level }) => level === 'wrong') ? 1 : 0
}
