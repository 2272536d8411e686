import { bytesToHex, encodeDeployData, type Hex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { smallWalletAbi, smallWalletBytecode } from '#contracts-abi/small-wallet.ts'
import { askWallet } from '#lib/ballots/wallets/data.ts'
import { answerBallot } from '#lib/flows/accept-ballot/answer-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { closingFor } from '#lib/flows/close/closing.ts'
import { bundleZip } from '#lib/flows/publish/bundle-zip.ts'
import { type BallotPost, MAX_NOTE_BYTES } from '#lib/protocol/ballot.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { MAX_INLINE_BYTES } from '#lib/protocol/choices-text.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import { TYPES } from '#lib/protocol/typed-data.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { CLAIMS } from '#lib/protocol/verify/sample-claims.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { type FrozenRound, sendCall } from '#scripts/testing/hold-round.ts'
import { withChain } from '#scripts/testing/with-chain.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { rpcReader } from '#scripts/verso/chain-reader.ts'
import { type MatrixRow, matrixPage } from './matrix-page.ts'
import {
  byOwners,
  type Case,
  casesOf,
  delegate,
  deploySmall,
  HOME,
  postOf,
  roundFor,
  type Stage,
  setStage,
  setTraps,
  strangersOf,
} from './stage.ts'

const PAGE = new URL('../../docs/wallets.md', import.meta.url).pathname

let instance: Instance
let stage: Stage
beforeAll(async () => {
  instance = await withInstance()
  stage = await setStage(instance)
})
afterAll(() => instance.stop())

type Answered = { status: number; code?: string; receipt?: { leaf: Leaf; leafIndex: number } }

async function send({ roundId }: FrozenRound, post: BallotPost): Promise<Answered> {
  const body = new TextEncoder().encode(JSON.stringify(post))
  const request = { roundId, client: 'a client', cookies: undefined, body: async () => body }
  const { status, body: answer } = await answerBallot(instance.services, request)
  return { status, ...JSON.parse(answer) }
}

const lengthOf = (signature: Hex) => `${((signature.length - 2) / 2).toLocaleString('en')} bytes`

type Taken = { wallet: string; signature: string; leafIndex: number; leaf: Leaf }

async function taken(round: FrozenRound, given: Case, sequence = '1'): Promise<Taken> {
  const post = await postOf(stage, round, given, sequence)
  const answer = await send(round, post)
  expect(answer, given.wallet).toMatchObject({ status: 201 })
  expect((await send(round, post)).receipt, given.wallet).toEqual(answer.receipt)
  const { leaf, leafIndex } = answer.receipt as NonNullable<Answered['receipt']>
  return { wallet: given.wallet, signature: lengthOf(post.signature), leafIndex, leaf }
}

async function refused(round: FrozenRound, given: Case, sequence = '1'): Promise<MatrixRow> {
  const post = await postOf(stage, round, given, sequence)
  const { status, code, receipt } = await send(round, post)
  expect({ receipt, status }, given.wallet).toEqual({ receipt: undefined, status: 422 })
  const outcome = `\`${code}\``
  return {
    wallet: given.wallet,
    signature: lengthOf(post.signature),
    check: '',
    outcome,
    asked: '',
    offline: '',
  }
}

/** Counts a round, closes it on chain and verifies its bundle, with a node and without. */
async function verified(round: FrozenRound) {
  const { services } = instance
  const { rules, roundId, rowId } = round
  await instance.moveTo(rules.closesAt)
  await anchorHead(services, rowId)
  await instance.moveTo(rules.closesAt + rules.sealGrace)
  await instance.control.mine()
  expect((await countRound(services, rowId)).kind).toBe('counted')
  await sendCall(instance, 'director', (await closingFor(services, roundId)).call)
  const { bytes } = await bundleZip(services, roundId, 'winners')
  const { collection } = rules
  const chain = rpcReader(instance.control.url)
  return {
    asked: await verifyBundle(bytes, { chain, collection }),
    offline: await verifyBundle(bytes, { collection }),
  }
}

const checkOf = (report: Report, id: string) => report.checks.find((check) => check.id === id)

/** Colour of the check of ballots for one leaf. */
function colourAt(report: Report, leafIndex: number): string {
  const found = checkOf(report, '4')?.findings.find(({ line }) => line === leafIndex + 1)
  return found?.colour ?? 'green'
}

it('takes every wallet that there is, and docs/wallets.md says which', async () => {
  const delegated = {
    plain: await delegate(instance, 'gus', stage.small),
    keyed: await delegate(instance, 'hana', await deploySmall(instance, 'session key')),
  }
  const cases = casesOf(stage, delegated)
  const round = await roundFor(
    stage,
    cases.map(({ voter }) => voter),
  )
  const rows: Taken[] = []
  for (const given of cases) rows.push(await taken(round, given))

  await stage.safes.swapOwner(stage.wallets.changes, ['pia', 'rosa'], 'rosa', 'sven')
  await setTraps(instance)
  await instance.moveTo((await instance.now()) + 30)
  const strangers: MatrixRow[] = []
  for (const [given, sequence] of strangersOf(stage)) strangers.push(await refused(round, given, sequence))

  const { asked, offline } = await verified(round)
  expect(asked.checks.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(CLAIMS)
  expect(asked.contractWallets).toEqual({ ballots: 0, power: '0', winnersChange: false })
  const contracts = rows.filter(({ leaf }) => leaf.check.kind !== 'ecdsa').length
  expect(checkOf(offline, '4')?.colour).toBe('attested')
  expect(offline.contractWallets).toEqual({
    ballots: contracts,
    power: String(10 * contracts),
    winnersChange: false,
  })
  expect(checkOf(asked, '7')?.summary).toContain(`${cases.length} voters`)

  const page = matrixPage(
    [
      ...rows.map(({ wallet, signature, leaf, leafIndex }) => ({
        wallet,
        signature,
        check: leaf.check.kind,
        outcome: 'logged, counted',
        asked: colourAt(asked, leafIndex),
        offline: colourAt(offline, leafIndex),
      })),
      ...strangers,
    ],
    largestBallot(),
  )
  await expect(page).toMatchFileSnapshot(PAGE)
}, 240_000)

it('counts what a Safe posted on chain, and only a node can say so', async () => {
  const { two } = stage.wallets
  const given: Case = { wallet: 'a Safe', voter: two.address, sign: byOwners(stage, two, 'olga', 'pia') }
  const round = await roundFor(stage, [two.address])
  await instance.fund('anyone')
  const write = async (post: BallotPost) =>
    instance.mined(
      await instance.walletFor('anyone').writeContract({
        address: round.rules.collection,
        abi: collectionAbi,
        functionName: 'postBallot',
        args: [round.roundId, bytesToHex(canonicalBytes(post))],
      }),
    )
  const forged = await postOf(stage, round, { ...given, sign: byOwners(stage, two, 'sven', 'tess') })
  await write(forged)
  await write(await postOf(stage, round, given))
  const { asked, offline } = await verified(round)
  expect(asked).toMatchObject({ colour: 'attested', exitCode: 0 })
  expect(checkOf(asked, '4')?.summary).toContain('1 of 2 posted ones are valid')
  expect(checkOf(asked, '7')?.summary).toContain('1 voters')
  expect(['4', '7', '7b'].map((id) => checkOf(offline, id)?.colour)).toEqual(Array(3).fill('unknown'))
})

it('asks the chains that give weight in their order, and says when one does not answer', async () => {
  const elsewhere = await withChain({ chainId: 10, now: await instance.now() })
  const owner = elsewhere.walletOf(`0x${'00'.repeat(31)}07`)
  await elsewhere.chain.fund(owner.account.address, '100')
  const args = [owner.account.address] as const
  const creation = encodeDeployData({ abi: smallWalletAbi, bytecode: smallWalletBytecode, args })
  const hash = await owner.sendTransaction({ data: creation, chain: null })
  const { contractAddress } = await elsewhere.client.waitForTransactionReceipt({ hash })
  const digest: Hex = `0x${'0d'.repeat(32)}`
  const question = {
    kind: 'erc1271' as const,
    account: contractAddress as Hex,
    digest,
    signature: await owner.account.sign({ hash: digest }),
  }
  await instance.control.mine()
  const now = { now: await instance.now(), depth: 2 }
  const home = { chainId: HOME, client: instance.services.chain }
  const other = { chainId: 10, client: elsewhere.client as typeof home.client }
  expect(await askWallet([home], question, now)).toBeNull()
  const asked = await askWallet([home, other], question, now)
  expect(asked?.check).toMatchObject({ kind: 'erc1271', chainId: 10 })
  const unavailable = expect.objectContaining({ code: 'wallet-check-unavailable' })
  await expect(askWallet([{ chainId: 5, client: null }, other], question, now)).rejects.toEqual(unavailable)
  await expect(askWallet([other], { ...question, digest: `0x${'0e'.repeat(32)}` }, now)).rejects.toEqual(
    expect.objectContaining({ code: 'signature-mismatch' }),
  )
  await elsewhere.stop()
  const another = { ...question, digest: `0x${'0f'.repeat(32)}` as Hex }
  await expect(askWallet([other], another, now)).rejects.toEqual(unavailable)
  await expect(
    askWallet([home], { ...question, kind: 'erc6492' }, { ...now, now: now.now + 3600 }),
  ).rejects.toEqual(unavailable)
})

/** The longest ballot that the rules allow, as the bytes that EIP-712 encodes of it. */
function largestBallot(): { bytes: number; words: number } {
  const fields = TYPES.Ballot.map(({ type }) => type)
  expect(fields.every((type) => ['bytes32', 'address', 'string', 'uint64'].includes(type))).toBe(true)
  const words = fields.length + 1
  const texts = MAX_INLINE_BYTES + MAX_NOTE_BYTES + 'approval'.length + 64
  const bytes = 32 * words + texts
  expect(bytes).toBeLessThanOrEqual(3072)
  return { bytes, words }
}
