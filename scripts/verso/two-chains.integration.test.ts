import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { closingFor } from '#lib/flows/close/closing.ts'
import { bundleFiles } from '#lib/flows/publish/bundle-zip.ts'
import type { Services } from '#lib/flows/services.ts'
import type { Files } from '#lib/protocol/bundle.ts'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { allowlistPath, manifestOf } from '#lib/protocol/manifest.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import type { VerifyOptions } from '#lib/protocol/verify/verify.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import type { CreateRoundInput } from '#lib/rounds/schema.ts'
import { addressOf, sendCall, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { keepList } from '#scripts/testing/keep-list.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { withOtherChain } from '#scripts/testing/with-other-chain.ts'
import { rpcReader } from './chain-reader.ts'
import { runVerso } from './command-line.ts'

const OTHER = 10
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const folder = await mkdtemp(path.join(tmpdir(), 'verso-chains-'))

let instance: Instance
let other: Awaited<ReturnType<typeof withOtherChain>>
let files: Files
let listFile: string

type Round = Awaited<ReturnType<typeof votingRoundWith>>

async function vote(services: Services, round: Round, voter: string, numbers: number[]) {
  const post = await signedBallot(instance, round, voter, numbers)
  const answer = await acceptBallot(services, round.roundId, post)
  if (answer.kind === 'refused') throw answer.error
}

/** A round that counts cards on another chain, a list, and one voice for each; held for ten minutes. */
async function strategiesHere(): Promise<Partial<CreateRoundInput>> {
  const director = addressOf('director')
  const args = ['Cards', 'CARD', director]
  const cards = await other.deploy({ abi: edition721Abi, bytecode: edition721Bytecode, args })
  await other.send(cards, edition721Abi, 'mint', [['anna', 'anna', 'ben'].map(addressOf)])
  const list = await keepList(instance.services, [
    { account: addressOf('carl'), amount: '400' },
    { account: addressOf('anna'), amount: '25' },
  ])
  listFile = allowlistPath(list.root)
  await instance.moveTo((await instance.now()) + 700)
  await other.control.setTime(await instance.now())
  await other.send(cards, edition721Abi, 'mint', [['ben', 'ben'].map(addressOf)])
  const listed = { ...params, root: 'square' as const, allowlistRoot: list.root, rows: 2 }
  return {
    strategies: [
      { id: 'erc721-balance', version: '1', chainId: OTHER, token: cards, params },
      { id: 'merkle-allowlist', version: '1', params: listed },
      { id: 'fixed', version: '1', params: { amount: '3' } },
    ],
    heldSeconds: [600],
  }
}

beforeAll(async () => {
  instance = await withInstance()
  other = await withOtherChain(instance, OTHER)
  const own = instance.services
  const round = await votingRoundWith(instance, {}, ['Low tide', 'High tide'], await strategiesHere())
  const { rules } = round
  for (const name of ['anna', 'ben', 'carl', 'dora']) await vote(own, round, name, [name === 'ben' ? 2 : 1])
  await instance.moveTo(rules.closesAt)
  await anchorHead(own, round.rowId)
  await instance.moveTo(rules.closesAt + rules.sealGrace)
  await instance.control.mine()
  const early = countRound(own, round.rowId)
  await expect(early).rejects.toMatchObject({ code: 'closing-not-ready' })
  await other.control.setTime(rules.closesAt)
  await countRound(own, round.rowId)
  await sendCall(instance, 'director', (await closingFor(own, round.roundId)).call)
  files = (await bundleFiles(own, round.roundId, 'winners')).files
})
afterAll(async () => {
  await other.stop()
  await instance.stop()
  await rm(folder, { recursive: true, force: true })
})

const asked = (): VerifyOptions => ({
  chain: rpcReader(instance.control.url),
  chainFor: (id) => (id === OTHER ? rpcReader(other.control.url) : null),
})
async function sixth(bundle: Files, options: VerifyOptions) {
  const { checks } = await verifyBundle(bundle, options)
  const check = checks.find(({ id }) => id === '6')
  return { colour: check?.colour, found: check?.findings.map(({ code, file, line }) => [code, file, line]) }
}
const rows = (path: string) =>
  parseJsonLines(files.get(path) ?? new Uint8Array()) as Record<string, unknown>[]

/** The same bundle with one file changed, and a manifest that says so. */
function withFile(path: string, bytes: Uint8Array): Files {
  const changed = new Map([...files, [path, bytes]])
  const rules = parseCanonical(files.get('rules.json') ?? new Uint8Array()) as Parameters<typeof roundIdOf>[0]
  changed.delete('manifest.json')
  return changed.set('manifest.json', canonicalBytes(manifestOf(roundIdOf(rules), changed)))
}

it('counts what was held all the while on the other chain, the list, and one voice for each', () => {
  const byName = new Map(['anna', 'ben', 'carl', 'dora'].map((name) => [addressOf(name), name]))
  const powers = rows('powers.jsonl').map(({ account, power }) => [
    byName.get(account as `0x${string}`),
    power,
  ])
  expect(new Map(powers as [string, string][])).toEqual(
    new Map([
      ['anna', '10'],
      ['ben', '4'],
      ['carl', '23'],
      ['dora', '3'],
    ]),
  )
  expect(rows(listFile)).toHaveLength(2)
})

it('is green with both chains, unknown without the other, and red when a share says something else', async () => {
  expect(await sixth(files, asked())).toEqual({ colour: 'green', found: [] })
  expect(await sixth(files, { ...asked(), chainFor: () => null })).toEqual({
    colour: 'unknown',
    found: [['needs-chain', null, null]],
  })
  expect(await sixth(files, { ...asked(), chainFor: () => rpcReader(instance.control.url) })).toMatchObject({
    colour: 'unknown',
  })
  const [first, ...rest] = rows('powers.jsonl') as { shares: { raw: string }[] }[]
  const shares = first?.shares.map((share, index) =>
    index === 1 ? { ...share, raw: '49', share: '7' } : share,
  )
  const lied = jsonLines([{ ...first, shares }, ...rest])
  const { colour, found } = await sixth(withFile('powers.jsonl', lied), asked())
  expect(colour).toBe('red')
  expect(found).toContainEqual(['power-raw', 'powers.jsonl', 1])
})

it('is red when the list is another one, and unknown to nobody', async () => {
  const [one] = rows(listFile)
  const shorter = withFile(listFile, jsonLines([one]))
  expect(await sixth(shorter, asked())).toEqual({
    colour: 'red',
    found: [['allowlist-root', listFile, null]],
  })
  const [two, first] = rows(listFile)
  const swapped = withFile(listFile, jsonLines([first, two]))
  const report = await verifyBundle(swapped, asked())
  expect(report.checks[0]?.findings).toContainEqual(
    expect.objectContaining({ code: 'bundle-layout', file: listFile, line: 2 }),
  )
})

it('is read the same by the second verifier, which asks no chain', async () => {
  const [one] = rows(listFile)
  const shorter = withFile(listFile, jsonLines([one]))
  const red = [files, shorter].map((bundle, index) => {
    const archive = path.join(folder, `${index}.zip`)
    writeFileSync(archive, zipBundle(bundle))
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
    const { stdout } = spawnSync('python3', ['docs/vectors/independent/verify.py', archive], { env })
    return JSON.parse(String(stdout)).red.map(({ check, code }: { check: string; code: string }) => [
      check,
      code,
    ])
  })
  expect(red[0]).toEqual([])
  expect(red[1]).toContainEqual(['6', 'allowlist-root'])
})

it('asks each chain on the command line', async () => {
  const archive = path.join(folder, 'round.zip')
  await writeFile(archive, zipBundle(files))
  let printed = ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
  const both = ['--rpc', instance.control.url, '--rpc', `${OTHER}=${other.control.url}`]
  const codes = [
    await runVerso(['verify', archive, ...both]),
    await runVerso(['verify', archive, '--rpc', instance.control.url]),
  ]
  out.mockRestore()
  expect(codes).toEqual([0, 2])
  expect(printed).toContain('The RPC that answered for chain 10')
  expect(printed).toContain('strategy 0 reads chain 10, which was not asked')
})
