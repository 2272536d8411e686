import type { Refused } from '#lib/ballots/schema.ts'
import { type BallotPost, ballotDigest } from '#lib/protocol/ballot.ts'
import { verifyRefusal } from '#lib/protocol/refusal.ts'
import type { RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import { signBrief } from '#scripts/play/creator.ts'
import { Turned, type Visitor } from '#scripts/play/visitor.ts'
import { castBallot, signBallot } from '#scripts/play/voter.ts'
import { expect, outside } from './story.ts'

/** What the site answers when it turns something away. */
async function turned(answer: Promise<unknown>): Promise<{ status: number; code: string; body: unknown }> {
  try {
    await answer
  } catch (error) {
    if (error instanceof Turned) return error
    throw error
  }
  throw new Error('the site took what it had to turn away')
}

async function roundCalled(visitor: Visitor, slug: string): Promise<RoundView> {
  const { items } = await visitor.ask<{ items: RoundSummary[] }>('GET', '/api/v1/rounds?take=100')
  const found = items.find((round) => round.slug === slug)
  if (!found) throw new Error(`no round ${slug}`)
  return visitor.ask('GET', `/api/v1/rounds/${found.id}`)
}

type Ballot = BallotPost['ballot']
type Change = (round: RoundView, other: RoundView, now: number) => Partial<Ballot>

const BALLOTS: readonly [what: string, code: string, change: Change][] = [
  ['for another round', 'ballot-round', (_, other) => ({ round: other.roundId ?? '0x' })],
  ['for other candidates', 'ballot-root', () => ({ candidateRoot: `0x${'ab'.repeat(32)}` })],
  ['by another method', 'ballot-method', () => ({ method: 'single', choices: '#1' })],
  [
    'that has expired',
    'ballot-expired',
    (_, __, now) => ({ issuedAt: String(now - 60), validUntil: String(now - 30) }),
  ],
  ['from the future', 'ballot-issued-in-future', (_, __, now) => ({ issuedAt: String(now + 600) })],
  ['with a sequence too high', 'sequence-too-high', () => ({ sequence: '5000' })],
  ['with a sequence of zero', 'sequence-used', () => ({ sequence: '0' })],
  ['with malformed choices', 'choices-malformed', () => ({ choices: '#1,#2' })],
  ['with choices out of order', 'choices-order', () => ({ choices: '#2 #1' })],
  ['for an unknown candidate', 'choices-unknown', () => ({ choices: '#1 #999' })],
  ['with too many choices', 'choices-too-many', () => ({ choices: '#1 #2 #3 #4 #5' })],
  ['with a note too long', 'ballot-note', () => ({ note: 'x'.repeat(501) })],
  ['by an agent with a bad name', 'ballot-agent', () => ({ agent: 'No Spaces' })],
]

for (const [what, code, change] of BALLOTS)
  outside(`a ballot ${what} is refused over the operator’s signature`, async ({ ground, people }) => {
    const voter = people.stranger
    const [round, other] = [await roundCalled(voter, 'two-inks'), await roundCalled(voter, 'weather-report')]
    const now = await ground.clock.now()
    const post = await signBallot(voter, round, { numbers: [1], now }, change(round, other, now))
    const answer = await turned(voter.ask('POST', `/api/v1/rounds/${round.roundId}/ballots`, post))
    expect(answer).toMatchObject({ code, status: code === 'sequence-used' ? 409 : 422 })
    const refused = answer.body as Refused
    expect(refused.next).toMatch(/\S/)
    await verifyRefusal(refused.refusal, {
      home: round.rules,
      roundId: round.roundId ?? '0x',
      operator: round.rules.operator,
      ballotDigest: ballotDigest(post.signingChain, round.rules.collection, post.ballot),
    })
  })

outside(
  'a ballot sent again is logged once; its number cannot be used for another',
  async ({ ground, people }) => {
    const [voter] = people.undecided.slice(7)
    if (!voter) throw new Error('the demo has too few curators')
    const round = await roundCalled(voter, 'two-inks')
    const path = `/api/v1/rounds/${round.roundId}/ballots`
    const now = await ground.clock.now()
    const first = await castBallot(voter, round, { numbers: [1, 2], now })
    const { ballot } = first.receipt.leaf
    const { signingChain, signature } = first.receipt.leaf
    const again = await voter.ask<typeof first>('POST', path, { signingChain, ballot, signature })
    expect(again.receipt.leafIndex).toBe(first.receipt.leafIndex)
    const other = await signBallot(voter, round, { numbers: [3], now })
    const answer = await turned(voter.ask('POST', path, other))
    expect(answer).toMatchObject({ status: 409, code: 'sequence-used', body: { lastSequence: '1' } })
  },
)

outside(
  'a forged ballot learns nothing of the account it names, and one too early is told so',
  async ({ ground, people }) => {
    const { stranger, sleeper } = people
    const round = await roundCalled(stranger, 'two-inks')
    const wish = { numbers: [1], now: await ground.clock.now() }
    const forged = await signBallot(stranger, round, wish, { voter: sleeper.address })
    const answer = await turned(stranger.ask('POST', `/api/v1/rounds/${round.roundId}/ballots`, forged))
    expect(answer).toMatchObject({ status: 422, code: 'signature-mismatch', body: { lastSequence: null } })

    const early = await roundCalled(stranger, 'weather-report')
    const post = await signBallot(stranger, early, wish, { validUntil: String(early.rules.closesAt) })
    const tooEarly = await turned(stranger.ask('POST', `/api/v1/rounds/${early.roundId}/ballots`, post))
    expect(tooEarly.code).toBe('ballot-window')
  },
)

outside('briefs that do not hold are told why, by a stable code', async ({ ground, people }) => {
  const creator = people.creators.at(-1)
  if (!creator) throw new Error('the demo has no creator')
  const round = await roundCalled(creator, 'weather-report')
  const path = `/api/v1/rounds/${round.roundId}/briefs`
  const words = { prompt: 'One red boat', name: 'Yusuf Demir' }
  const sound = await signBrief(creator, round, words)
  expect(await turned(people.stranger.ask('POST', path, sound))).toMatchObject({
    status: 401,
    code: 'not-signed-in',
  })
  await creator.signIn()
  const sent = async (overrides: Parameters<typeof signBrief>[3], to = path) =>
    (await turned(creator.ask('POST', to, await signBrief(creator, round, words, overrides)))).code
  const now = await ground.clock.now()
  expect(await sent({ licence: 'CC0-1.0' })).toBe('brief-licence')
  expect(await sent({ deadline: String(now - 1) })).toBe('brief-expired')
  expect(await sent({ promptHash: `0x${'00'.repeat(32)}` })).toBe('brief-prompt')
  expect(await sent({ creator: people.stranger.address })).toBe('not-yours')
  expect(await sent({ count: 50 })).toBe('bad-input')
  const voting = await roundCalled(creator, 'two-inks')
  expect(await sent({}, `/api/v1/rounds/${voting.roundId}/briefs`)).toBe('brief-window')
  expect(await sent({ round: voting.roundId ?? '0x' })).toBe('brief-round')
  const forged = {
    ...sound,
    brief: { ...sound.brief, prompt: 'Two red boats', promptHash: sound.brief.promptHash },
  }
  expect((await turned(creator.ask('POST', path, forged))).code).toBe('brief-prompt')
  await creator.ask('POST', path, sound)
  expect(await turned(creator.ask('POST', path, sound))).toMatchObject({ status: 409, code: 'brief-used' })
})

outside('what is no request at all is turned away before anything else', async ({ people }) => {
  const { stranger, director } = people
  const round = await roundCalled(stranger, 'two-inks')
  const path = `/api/v1/rounds/${round.roundId}/ballots`
  const raw = (body: string, to = path) =>
    fetch(new URL(to, stranger.site.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).then(async (answer) => ({ status: answer.status, ...((await answer.json()) as { code: string }) }))
  expect(await raw('{"ballot":')).toMatchObject({ status: 400, code: 'bad-json' })
  expect(await raw('{"ballot":{}}')).toMatchObject({ status: 422, code: 'schema-invalid' })
  expect(await raw(JSON.stringify({ text: 'x'.repeat(200_000) }))).toMatchObject({
    status: 413,
    code: 'body-too-large',
  })
  expect(await raw('{}', `/api/v1/rounds/0x${'0'.repeat(64)}/ballots`)).toMatchObject({
    code: 'round-unknown',
  })
  const accounts = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_accounts', params: [] })
  expect(await raw(accounts, '/rpc')).toMatchObject({ status: 403, code: 'rpc-method' })
  await stranger.signIn()
  const draft = { community: 'night-ferry', title: 'Mutiny', brief: 'Nobody asked.' }
  expect((await turned(stranger.ask('POST', '/api/v1/rounds', draft))).code).toBe('not-director')
  await director.signIn()
  const fields = await turned(director.ask('POST', '/api/v1/rounds', { ...draft, title: '' }))
  expect(fields).toMatchObject({ status: 400, code: 'bad-input', body: { fields: { title: 'A title.' } } })
  const [freeze, cancel] = ['freeze', 'cancel'].map((act) => `/api/v1/rounds/${round.roundId}/${act}`)
  expect((await turned(director.ask('POST', freeze ?? '', {}))).code).toBe('round-frozen')
  expect((await turned(director.ask('POST', cancel ?? '', { reason: 'changed my mind' }))).code).toBe(
    'round-state',
  )
})
