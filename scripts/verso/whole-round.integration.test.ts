import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bytesToHex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { closingFor } from '#lib/flows/close/closing.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { winnersFor } from '#lib/flows/mint/winners.ts'
import { bundleFiles, bundleZip } from '#lib/flows/publish/bundle-zip.ts'
import { fileOf } from '#lib/flows/publish/content.ts'
import { recordProofs } from '#lib/flows/publish/record-proofs.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { readResult } from '#lib/rounds/results/data.ts'
import { addressOf, sendCall, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { rpcReader } from './chain-reader.ts'
import { recordCommand } from './record.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'verso-round-'))
let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(async () => {
  await instance.stop()
  await rm(folder, { recursive: true, force: true })
})

async function accepted(
  ...given: Parameters<typeof signedBallot> extends [Instance, ...infer Rest] ? Rest : never
) {
  const post = await signedBallot(instance, ...given)
  const answer = await acceptBallot(instance.services, given[0].roundId, post)
  if (answer.kind === 'refused') throw answer.error
  return answer.receipt
}

it('plays a round from the first work to the minted token', async () => {
  const { services } = instance
  const votes = { anna: 30n, ben: 20n, carl: 45n }
  const round = await votingRoundWith(instance, votes, ['Low tide', 'High tide'])
  const { roundId, rules } = round

  const first = await accepted(round, 'anna', [1])
  await accepted(round, 'ben', [1])
  const replaced = await accepted(round, 'anna', [2], { sequence: '2' })
  expect([first.leafIndex, replaced.leafIndex]).toEqual([0, 2])
  await verifyReceipt(replaced, { rules, operator: addressOf('operator') })

  const posted = await signedBallot(instance, round, 'carl', [1])
  const postTx = await instance.walletFor('carl').writeContract({
    address: rules.collection,
    abi: collectionAbi,
    functionName: 'postBallot',
    args: [roundId, bytesToHex(canonicalBytes(posted))],
  })
  await instance.mined(postTx)

  await instance.moveTo(rules.closesAt)
  expect(await anchorHead(services, round.rowId)).toBe('anchored')
  expect(await anchorHead(services, round.rowId)).toBe('nothing-to-anchor')
  expect(await countRound(services, round.rowId)).toEqual({ kind: 'not-sealed' })
  await instance.moveTo(rules.closesAt + rules.sealGrace)
  await instance.control.mine()

  const counted = await countRound(services, round.rowId)
  if (counted.kind !== 'counted') throw new Error('the round is sealed')
  expect(counted.attempt).toBe(1)
  expect(await countRound(services, round.rowId)).toEqual(counted)
  await sendCall(instance, 'director', (await closingFor(services, roundId)).call)
  expect((await closingFor(services, roundId)).missing).toEqual(['closed'])

  const challenged = await roundOnChain(services, roundId)
  expect(challenged.state).toBe('challenge')
  const result = await readResult(services.db, challenged.round, challenged.facts)
  expect(result?.anchored).toBe(true)
  expect(result?.result.winners).toEqual([{ rank: 1, number: 1 }])
  expect(result?.result.ranking.map(({ number, score }) => [number, score])).toEqual([
    [1, '65'],
    [2, '30'],
  ])

  await instance.moveTo(challenged.facts.finalAt ?? 0)
  await followChain(services)
  await instance.fund('anyone')
  await sendCall(instance, 'anyone', (await winnersFor(services, roundId)).call)
  expect((await roundOnChain(services, roundId)).state).toBe('minted')
  const [winner] = (await winnersFor(services, roundId)).rows
  const uri = await instance.client.readContract({
    address: rules.collection,
    abi: collectionAbi,
    functionName: 'tokenURI',
    args: [BigInt(winner?.tokenId ?? 0)],
  })
  expect(uri).toBe(winner?.tokenUri)

  const document = await fileOf(services, winner?.tokenUri.replace('ipfs://', '') ?? '')
  expect(document?.mime).toBe('application/json')
  const { image } = JSON.parse(new TextDecoder().decode(document?.bytes))
  expect((await fileOf(services, image.replace('ipfs://', '')))?.mime).toBe('image/png')

  const { bytes } = await bundleZip(services, roundId, 'all')
  expect((await bundleZip(services, roundId, 'all')).bytes).toEqual(bytes)
  const chain = rpcReader(instance.control.url)
  const report = await verifyBundle(bytes, { chain, collection: rules.collection, receipts: [replaced] })
  expect(report.checks.flatMap(({ id, findings }) => findings.map(({ code }) => `${id} ${code}`))).toEqual([
    '2 recipe-claimed',
    '9 gates-claimed',
  ])
  expect(report).toMatchObject({ colour: 'attested', exitCode: 0, bundleDigest: counted.bundleDigest })
  expect(report.winners.map(({ rank, number }) => [rank, number])).toEqual([[1, 1]])

  await recordProofs(services, roundId)
  const { files } = await bundleFiles(services, roundId, 'winners')
  const offline = await verifyBundle(files, { collection: rules.collection })
  expect(coloursOf(offline)).toEqual({
    '0': 'green',
    '1': 'green',
    '2': 'attested recipe-claimed',
    '3': 'green',
    '4': 'green',
    '5': 'attested events-as-recorded',
    '6': 'unknown needs-chain',
    '7': 'attested events-as-recorded',
    '7b': 'attested events-as-recorded',
    '8': 'attested events-as-recorded',
    '9': 'attested gates-claimed',
  })

  expect(files.get(`works/${rules.c2paRoot.slice(2)}`)).toEqual(await services.rootCertificate())

  await writeFile(path.join(folder, 'round.zip'), zipBundle(files))
  const out = path.join(folder, 'recorded.zip')
  const flags = { rpc: instance.control.url, out, powers: true }
  expect(await recordCommand(path.join(folder, 'round.zip'), flags)).toBe(0)
  const whole = await verifyBundle(new Uint8Array(await readFile(out)), { collection: rules.collection })
  expect(coloursOf(whole)).toEqual({ ...coloursOf(offline), '6': 'attested storage-layout' })
  expect(whole).toMatchObject({ colour: 'attested', exitCode: 0 })
})

function coloursOf({ checks }: Report) {
  const here = checks.filter(({ colour }) => colour !== 'absent')
  return Object.fromEntries(
    here.map(({ id, colour, findings }) => [id, [colour, ...findings.map(({ code }) => code)].join(' ')]),
  )
}
