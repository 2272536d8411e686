import { http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { readEligibility } from '#lib/ballots/powers/read-eligibility.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { bundleFiles } from '#lib/flows/publish/bundle-zip.ts'
import { allowlistPath } from '#lib/protocol/manifest.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { addressOf, frozenRound, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { takeAllowlist } from './take-allowlist.ts'

const ROWS = 300_000
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const

let instance: Instance
let community: string
beforeAll(async () => {
  instance = await withInstance()
  community = (await frozenRound(instance, { anna: 1n })).community.slug
})
afterAll(() => instance.stop())

const take = (text: string, actor = addressOf('director')) =>
  takeAllowlist(instance.services, { community, text }, actor)

it('takes a list from the director alone, whole or not at all', async () => {
  await expect(take(addressOf('anna'), addressOf('eve'))).rejects.toMatchObject({ code: 'not-director' })
  const faulty = take(`${addressOf('anna')},5\nnobody,1\n`)
  await expect(faulty).rejects.toMatchObject({
    code: 'allowlist-invalid',
    fields: { 'line 2': expect.stringContaining('nobody') },
  })
  expect(await instance.services.db.allowlist.count()).toBe(0)
  const kept = await take(addressOf('anna'))
  expect(await take(`${addressOf('anna')},1`)).toEqual(kept)
  expect(await instance.services.db.allowlist.count()).toBe(1)
})

/** Says how long a step took; nothing is asserted of it. */
async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const result = await run()
  const { user } = process.cpuUsage(before)
  const wall = Math.round(performance.now() - began)
  process.stdout.write(`${ROWS} rows, ${what}: ${Math.round(user / 1000)} ms of CPU in ${wall} ms\n`)
  return result
}

it('carries 300,000 rows from a file to a checked bundle', { timeout: 180_000 }, async () => {
  const { services } = instance
  const lines = Array.from({ length: ROWS - 1 }, (_, row) => {
    const account = (BigInt(row) * 0x9e3779b97f4a7c15f39cc0605cedc835n) % 2n ** 160n
    return `0x${account.toString(16).padStart(40, '0')},${(row % 90) + 1}`
  })
  const text = ['address,amount', ...lines, `${addressOf('anna')},77`].join('\n')
  const { root, rows } = await timed('parsed, rooted and stored', () => take(text))
  expect(rows).toBe(ROWS)
  const listed = { ...params, allowlistRoot: root, rows }
  const round = await votingRoundWith(instance, {}, ['Low tide', 'High tide'], {
    strategies: [{ id: 'merkle-allowlist', version: '1', params: listed }],
  })
  const sources = powerSources(services)
  const asked = { sources, rules: round.rules, labels: ['List'] }
  const found = await timed('one address', () => readEligibility({ ...asked, account: addressOf('anna') }))
  expect(found.power).toBe('77')
  for (const voter of ['anna', 'ben']) {
    const post = await signedBallot(instance, round, voter, [voter === 'anna' ? 1 : 2])
    expect((await acceptBallot(services, round.roundId, post)).kind).toBe('accepted')
  }
  await instance.moveTo(round.rules.closesAt)
  await anchorHead(services, round.rowId)
  await instance.moveTo(round.rules.closesAt + round.rules.sealGrace)
  await instance.control.mine()
  expect(await timed('counted', () => countRound(services, round.rowId))).toMatchObject({ kind: 'counted' })
  const { files } = await bundleFiles(services, round.roundId, 'none')
  expect(files.has(allowlistPath(root))).toBe(true)
  const chain = chainReader(http(instance.control.url))
  const { checks } = await timed('verified', () => verifyBundle(files, { chain }))
  expect(checks.find(({ id }) => id === '6')).toMatchObject({ colour: 'green', findings: [] })
  const powers = await services.db.power.findMany({ where: { roundRowId: round.rowId } })
  expect(powers.map(({ power }) => power).toSorted()).toEqual(['0', '77'])
})
