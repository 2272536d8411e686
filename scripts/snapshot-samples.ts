import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CountedType } from '#lib/interop/snapshot/float-tally.ts'
import { parseWithSource, plainOf, spelledText } from '#lib/interop/snapshot/json-source.ts'
import { readVotes } from '#lib/interop/snapshot/read-votes.ts'
import { parseProposal } from '#lib/interop/snapshot/schema.ts'
import { SAMPLES, type Sample, sampleProposal } from './snapshot-samples/samples.ts'

/**
 * `node scripts/snapshot-samples.ts [--judge FOLDER]`: writes docs/snapshot/*.json. FOLDER is one in which
 * @snapshot-labs/snapshot.js is installed: the scores are its own. Without it those of the files at hand stay.
 */
const { values } = parseArgs({
  options: { judge: { type: 'string' }, out: { type: 'string', default: 'docs/snapshot' } },
})

type Voting = new (
  proposal: { choices: readonly string[] },
  votes: readonly { choice: unknown; balance: number; scores: number[] }[],
  strategies: readonly object[],
  selected: null,
) => { getScores(): number[]; getScoresTotal(): number }

type Scores = { scores: number[]; scores_total: number }

function judgedBy(folder: string): (sample: Sample) => Scores {
  const snapshot = createRequire(resolve(folder, 'package.json'))('@snapshot-labs/snapshot.js')
  const voting: Record<CountedType, Voting> = snapshot.utils.voting
  return (sample) => {
    const proposal = parseProposal(parseWithSource(JSON.stringify(sampleProposal(sample))))
    const list = parseWithSource(spelledText(sample.votes)) as { choice: unknown }[]
    const votes = readVotes(sample.type, proposal, list).flatMap(({ at, vp }) =>
      vp === null ? [] : [{ choice: plainOf(list[at - 1]?.choice), balance: vp, scores: [vp] }],
    )
    const count = new voting[sample.type](proposal, votes, [{}], null)
    return { scores: count.getScores(), scores_total: count.getScoresTotal() }
  }
}

function keptIn(folder: string): (sample: Sample) => Scores {
  return ({ name }) => {
    const file = join(folder, `${name}.json`)
    if (!existsSync(file)) throw new Error(`${file} is not there: pass --judge for its scores`)
    return JSON.parse(readFileSync(file, 'utf8')).data.proposal
  }
}

const judge = values.judge ? judgedBy(values.judge) : keptIn(values.out)
mkdirSync(values.out, { recursive: true })
for (const sample of SAMPLES) {
  const { scores, scores_total } = judge(sample)
  const proposal = { ...sampleProposal(sample), scores, scores_total }
  const rows = sample.votes.map((vote) => `      ${spelledText(vote)}`).join(',\n')
  const text = `{\n  "data": {\n    "proposal": ${JSON.stringify(proposal)},\n    "votes": [\n${rows}\n    ]\n  }\n}\n`
  writeFileSync(join(values.out, `${sample.name}.json`), text)
  console.log(`${sample.name}: ${sample.votes.length} votes, scores ${scores.join(' ')}`)
}
