import { afterAll, expect, test } from 'vitest'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { judgeLines } from '#lib/protocol/judge-lines.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { openJudgePool } from './judge-pool.ts'

const pool = openJudgePool(2)
afterAll(() => pool.close())

test('threads judge as this one does, each line in its place', async () => {
  const { input, roundId } = await sampleRound()
  const { rules, candidates } = input
  const round = {
    rules,
    roundId,
    candidateRoot: candidateRootOf(candidates),
    candidateCount: candidates.length,
    openingBlock: null,
  }
  const [first, ...others] = input.leaves
  if (!first) throw new Error('the sample has no leaves')
  const forged = { ...first, ballot: { ...first.ballot, choices: '#4' } }
  const lines = [first, forged, ...others].map(leafBytes)
  lines.push(new TextEncoder().encode('not a leaf'))
  const many = Array.from({ length: 200 }, () => lines).flat()
  const [together, alone] = await Promise.all([
    Promise.all([pool.judge(round, many), pool.judge(round, many)]),
    judgeLines(round, lines),
  ])
  expect(alone.map((one) => (one.kind === 'leaf' ? one.verdict?.kind : one.kind))).toContain('refused')
  for (const judged of together) expect(judged).toEqual(Array.from({ length: 200 }, () => alone).flat())
  expect(await pool.judge(null, lines)).toEqual(await judgeLines(null, lines))
})
