import { expect, it } from 'vitest'
import { parseBallotPost } from '#lib/protocol/ballot.ts'
import { resolveChoices } from '#lib/protocol/choices-text.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { duelChoices, duelSitting } from './ballot/duel-sitting.ts'
import { ballotOf, ballotPost } from './ballot-text.ts'

const HASH = `0x${'1d'.repeat(32)}` as const
const MOST = 400
const WORKS = 120
const context = sampleChoiceContext({ ...sampleRulesBy('pairwise').limits, maxChoices: MOST }, WORKS)
const ANSWERS: DuelAnswer[] = ['low', 'high', 'tied', 'skipped']

function ballotOfDuels(count: number) {
  const { roundId, voter } = context
  const seed = { roundId, voter, openingBlock: context.openingBlock ?? HASH, candidateCount: WORKS }
  const answers = Array.from({ length: count }, (_, index) => ANSWERS[index % 4] as DuelAnswer)
  const { judged } = duelSitting(seed, answers, MOST)
  return ballotOf({
    round: HASH,
    candidateRoot: HASH,
    voter,
    method: 'pairwise',
    choices: duelChoices(judged),
    note: '',
    sequence: 1n,
    issuedAt: 1_800_000_000,
    validUntil: 1_800_086_400,
  })
}

it('holds short choices itself', () => {
  const written = ballotOfDuels(12)
  expect(written.text).toBeNull()
  expect(ballotPost(31_337, written, '0x')).not.toHaveProperty('text')
})

it('holds the hash of long ones, whose text goes beside it as the protocol takes it', () => {
  const written = ballotOfDuels(MOST)
  expect(written.ballot.choices).toMatch(/^sha256:[0-9a-f]{64} n=400$/)
  const post = parseBallotPost(ballotPost(31_337, written, `0x${'11'.repeat(65)}`))
  const full = resolveChoices(post.ballot.choices, post.text)
  expect(METHODS.pairwise.parse(full, context).values).toHaveLength(MOST)
})
