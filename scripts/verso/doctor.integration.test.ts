import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedAt } from '#lib/rounds/rules-template.ts'
import { type RunningChain, startChain } from '#scripts/chain.ts'
import { startComfyPeer } from '#scripts/testing/peers/comfyui-peer.ts'
import { type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { someRules } from '#scripts/testing/some-rules.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import type { Finding } from './doctor/finding.ts'
import { diagnose } from './doctor.ts'

/** Another chain than the local one: what an instance that moved in stands on. */
const CHAIN_ID = 88_001
const OPERATOR = generatePrivateKey()
const EVERYBODYS_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const script = path.resolve(import.meta.dirname, '../verso.ts')

let database: TestDatabase
let chain: RunningChain
let replicate: ReplicatePeer
let site: Server
let folder = ''
let health: object = {}
let well: Record<string, string> = {}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verso-doctor-'))
  ;[database, chain, replicate] = await Promise.all([
    withDatabase(),
    startChain({ chainId: CHAIN_ID }),
    startReplicatePeer({ token: 'r8_peer' }),
  ])
  const operator = privateKeyToAccount(OPERATOR).address
  await chain.fund(operator, '2')
  health = { database: true, chain: true, chainId: CHAIN_ID, blocksBehind: 0, operator }
  site = createServer((_, response) => response.end(JSON.stringify(health)))
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
  well = {
    DATABASE_URL: database.url,
    CHAIN_RPC_URL: chain.url,
    CHAIN_ID: String(CHAIN_ID),
    OPERATOR_PRIVATE_KEY: OPERATOR,
    VERSO_DATA: folder,
    PUBLIC_URL: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    WALLETCONNECT_PROJECT_ID: '0123456789abcdef0123456789abcdef',
    REPLICATE_API_TOKEN: 'r8_peer',
    REPLICATE_BASE_URL: `${replicate.origin}/v1`,
    REPLICATE_WEBHOOK_SECRET: `whsec_${Buffer.from('secret of a peer').toString('base64')}`,
  }
})
afterAll(async () => {
  site.close()
  await Promise.all([database.close(), chain.stop(), replicate.stop()])
  rmSync(folder, { recursive: true, force: true })
})

type Changes = Record<string, string>

const environment = (changes: Changes): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  ...well,
  ...changes,
})

/** The program as a director runs it. */
function doctor(changes: Changes): Promise<{ code: number; stdout: string }> {
  const args = ['--conditions=react-server', script, 'doctor']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: environment(changes) }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout })
    })
  })
}

async function missing(changes: Changes, about: string): Promise<Finding[]> {
  const findings = await diagnose(environment(changes))
  return findings.filter((finding) => finding.level === 'wrong' && finding.about === about)
}

describe('verso doctor', () => {
  it('looks at servers of one’s own, and whether they have the model', async () => {
    const comfy = await startComfyPeer()
    try {
      const given = {
        COMFYUI_URLS: `home=${comfy.settings.baseUrl}`,
        COMFYUI_TOKEN: comfy.settings.token ?? '',
      }
      const { stdout } = await doctor({ ...given, COMFYUI_MODEL: comfy.settings.model })
      expect(stdout).toMatch(/✓ comfyui-home\s+ComfyUI .* answers; 0 wait there/)
      expect(await missing({ ...given, COMFYUI_MODEL: 'none.safetensors' }, 'comfyui-home')).toHaveLength(1)
    } finally {
      await comfy.stop()
    }
  })

  it('finds nothing missing where nothing is', async () => {
    const { code, stdout } = await doctor({})
    expect(stdout).toContain('Nothing is missing.')
    expect(stdout).toContain(`Chain ${CHAIN_ID}`)
    expect(stdout).not.toContain('✗')
    expect(code).toBe(0)
  })

  it.each([
    ['a variable of the wrong form', { CHAIN_ID: 'main' }, 'environment', 'CHAIN_ID'],
    [
      'no database',
      { DATABASE_URL: 'postgresql://verso@127.0.0.1:9/verso' },
      'DATABASE_URL',
      'No database answers',
    ],
    ['no chain', { CHAIN_RPC_URL: 'http://127.0.0.1:9' }, 'CHAIN_RPC_URL', 'No chain answers'],
    ['another chain', { CHAIN_ID: '1' }, 'CHAIN_ID', `serves chain ${CHAIN_ID}`],
    [
      'a further chain that is silent',
      { CHAIN_RPC_URLS: '10=http://127.0.0.1:9' },
      'CHAIN_RPC_URLS',
      'Chain 10 does not answer',
    ],
    ['no operator', { OPERATOR_PRIVATE_KEY: '' }, 'OPERATOR_PRIVATE_KEY', 'not set'],
    [
      'an operator without money',
      { OPERATOR_PRIVATE_KEY: generatePrivateKey() },
      'OPERATOR_PRIVATE_KEY',
      'holds nothing',
    ],
    [
      'a key that everybody knows',
      { OPERATOR_PRIVATE_KEY: EVERYBODYS_KEY },
      'OPERATOR_PRIVATE_KEY',
      'everybody knows',
    ],
    ['a folder that cannot be', { VERSO_DATA: '/dev/null/verso' }, 'VERSO_DATA', 'cannot be written'],
    ['an address without TLS', { PUBLIC_URL: 'http://verso.invalid' }, 'PUBLIC_URL', 'not https'],
    ['a server that is not there', { COG_URLS: 'home=http://127.0.0.1:9' }, 'cog-home', 'does not answer'],
    ['half a project id', { WALLETCONNECT_PROJECT_ID: 'abc' }, 'WALLETCONNECT_PROJECT_ID', '32 hex digits'],
    ['a model that is none', { REPLICATE_MODEL: 'nobody/nothing' }, 'REPLICATE_MODEL', 'has no'],
    [
      'a model without a price',
      { REPLICATE_MODEL: 'nobody/nothing' },
      'providers',
      'REPLICATE_PRICE_MICRO_USD',
    ],
    ['a token that is refused', { REPLICATE_API_TOKEN: 'r8_other' }, 'REPLICATE_API_TOKEN', 'refuses'],
  ])('names %s', async (_what, changes, about, says) => {
    const found = await missing(changes, about)
    expect(found.map((finding) => finding.says).join()).toContain(says)
    expect(found[0]?.next).toBeTruthy()
  })

  it('leaves no folder behind, which would belong to whoever asked', async () => {
    const lacking = path.join(folder, 'not', 'there')
    const findings = await diagnose(environment({ VERSO_DATA: lacking }))
    expect(findings.find(({ about }) => about === 'VERSO_DATA')?.level).not.toBe('wrong')
    expect(existsSync(path.join(folder, 'not'))).toBe(false)
    expect(existsSync(folder)).toBe(true)
  })

  it('names migrations that are not applied', async () => {
    const client = new pg.Client(database.url)
    await client.connect()
    const name = 'update "_prisma_migrations" set migration_name ='
    await client.query(`${name} migration_name || '_gone' where migration_name like '%lease'`)
    expect(await missing({}, 'migrations')).toHaveLength(1)
    await client.query(`${name} replace(migration_name, '_gone', '')`)
    expect(await missing({}, 'migrations')).toEqual([])
    await client.end()
  })

  it('names a round whose pictures cannot be signed below the root that it names', async () => {
    const now = Math.floor(Date.now() / 1000)
    const rules = { ...openedAt(someRules(), now), c2paRoot: `0x${'5'.repeat(64)}` as const }
    const times = { opensAt: BigInt(rules.opensAt), closesAt: BigInt(rules.closesAt) }
    const words = { slug: 'harbour', title: rules.title, brief: rules.brief }
    const { id } = await database.db.community.create({
      data: {
        ...{ slug: 'wall', name: 'Wall', description: '', chainId: CHAIN_ID, collection: rules.collection },
        ...{ deployBlock: 0n, strategies: [], licence: 'CC-BY-4.0' },
        rounds: { create: { ...words, ...times, rules, status: 'draft' } },
      },
    })
    const drafted = await missing({}, 'credentials')
    await database.db.round.updateMany({ data: { status: 'submissions' } })
    const opened = await missing({}, 'credentials')
    await database.db.round.deleteMany()
    await database.db.community.delete({ where: { id } })
    expect(drafted).toEqual([])
    expect(opened).toMatchObject([
      { says: expect.stringMatching(/“Harbour” names the root 55555555….*UNSIGNED/) },
    ])
  })

  it.each([
    ['no worker', { blocksBehind: 400 }, 'worker', '400 blocks behind'],
    ['an app that was started otherwise', { chainId: 31337 }, 'CHAIN_ID', 'chain 31337'],
  ])('names %s', async (_what, differs, about, says) => {
    const before = health
    health = { ...health, ...differs }
    const found = await missing({}, about)
    health = before
    expect(found.map((finding) => finding.says).join()).toContain(says)
  })

  it('does not ask for a worker where there is nothing to follow', async () => {
    const before = health
    health = { ...health, blocksBehind: null }
    const findings = await diagnose(environment({}))
    health = before
    expect(findings.filter(({ about }) => about === 'worker').map(({ level }) => level)).toEqual(['note'])
  })

  it('never prints a key or a token', async () => {
    const { code, stdout } = await doctor({ REPLICATE_API_TOKEN: 'r8_other', CHAIN_ID: '1' })
    expect(stdout).not.toContain(OPERATOR.slice(2))
    expect(stdout).not.toContain('r8_other')
    expect(stdout).toContain('3 to mend.')
    expect(code).toBe(1)
  })
})
