import { UNIT } from './decimal.ts'
import { DIFFERENCE_WORDS, type DifferenceWords } from './difference-words.ts'
import {
  type Choice,
  handledOtherwise,
  orderWords,
  roundingWords,
  tieWords,
  winnerWords,
} from './differences.ts'
import { type ExactCount, exactTally } from './exact-tally.ts'
import { VOTE_WORDS } from './finding-words.ts'
import { roundingBound, shuffleFloats } from './float-orders.ts'
import { COUNTED_TYPES, type CountedType, sumRows } from './float-tally.ts'
import {
  decimalText,
  type Fraction,
  fractionOfDouble,
  isWithin,
  minus,
  sign,
  signedText,
  ZERO,
} from './fraction.ts'
import { type Gathered, type GivenFile, gather } from './gather.ts'
import { type ReadVote, readVotes } from './read-votes.ts'
import type { ChoiceRow, FindingGroup, SnapshotReport, Winner } from './report.ts'
import type { Proposal } from './schema.ts'
import { countFloats, EXIT_CODES, type Floats, publishedOf, unknown, verdictOf } from './verdict.ts'

const NOTED = 50

const isCounted = (type: string): type is CountedType => (COUNTED_TYPES as readonly string[]).includes(type)

type Drift = { by: readonly Fraction[]; bound: Fraction }

/** Doubles less exact on the votes that both counts take; null where these are not the same votes. */
function driftOf(type: CountedType, votes: readonly ReadVote[], exact: ExactCount | null): Drift | null {
  const taken = votes.filter(({ ballot }) => ballot !== null)
  const rows = taken.flatMap(({ floats }) => floats ?? [])
  if (!exact || rows.length !== taken.length) return null
  const scores = sumRows(type, rows, exact.scores.length)
  const by = scores.map((score, at) => minus(fractionOfDouble(score), exact.scores[at] ?? ZERO))
  return { by, bound: fractionOfDouble(roundingBound(rows)) }
}

/** Beyond what rounding can do, on the same votes: only who is eliminated in a tie makes a difference so large. */
function causeOf(
  difference: Fraction | null,
  byRounding: Fraction | undefined,
  drift: Drift | null,
): ChoiceRow['cause'] {
  if (!difference) return 'unknown'
  if (difference.n === 0n) return 'none'
  if (!drift || !byRounding || sign(minus(difference, byRounding)) !== 0) return 'votes'
  return isWithin(byRounding, drift.bound) ? 'rounding' : 'tie'
}

function groupsOf(votes: readonly ReadVote[]): FindingGroup[] {
  const groups = new Map<string, { votes: ReadVote[]; code: FindingGroup['code'] }>()
  for (const vote of votes)
    for (const code of vote.codes) {
      const key = `${code} ${vote.compatible} ${vote.exact}`
      const group = groups.get(key) ?? { votes: [], code }
      group.votes.push(vote)
      groups.set(key, group)
    }
  const order = Object.keys(VOTE_WORDS)
  return [...groups.values()]
    .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
    .flatMap(({ code, votes: found }): FindingGroup[] => {
      const [first] = found
      if (!first) return []
      const power = found.reduce((sum, { units }) => sum + units, 0n)
      return [
        {
          code,
          ...VOTE_WORDS[code],
          count: found.length,
          power: decimalText({ n: power, d: UNIT }),
          compatible: first.compatible,
          exact: first.exact,
          votes: found.slice(0, NOTED).map(({ at, voter, choiceShown, powerShown }) => ({
            at,
            voter,
            choice: choiceShown,
            power: powerShown,
          })),
        },
      ]
    })
}

/** The first of the greatest, as a reader of a list of scores finds it; nobody where all are zero. */
function greatest(choices: readonly Choice[], scores: readonly number[] | null): Winner | null {
  if (!scores) return null
  const most = Math.max(...scores)
  return most > 0 ? (choices[scores.indexOf(most)] ?? null) : null
}

type Counts = { floats: Floats; exact: ExactCount | null; drift: Drift | null }

function choiceRow({ proposal }: Gathered, choice: Choice, { floats, exact, drift }: Counts): ChoiceRow {
  const at = choice.number - 1
  const compatible = floats.scores[at] ?? 0
  const score = exact?.scores[at]
  const difference = score && Number.isFinite(compatible) ? minus(fractionOfDouble(compatible), score) : null
  return {
    ...choice,
    published: proposal.scores?.[at]?.source ?? null,
    compatible: String(compatible),
    exact: score ? decimalText(score) : null,
    difference: difference && signedText(difference),
    cause: causeOf(difference, drift?.by[at], drift),
  }
}

function factsOf({ proposal }: Gathered): SnapshotReport['proposal'] {
  const { id, title, type, author, state, start, end, votes } = proposal
  return {
    id,
    title,
    type,
    author,
    state,
    start,
    end,
    votes,
    space: proposal.space?.id ?? null,
    block: proposal.snapshot,
  }
}

const choicesOf = ({ choices }: Proposal): Choice[] => choices.map((name, at) => ({ number: at + 1, name }))

/** What can be said of a proposal whose type is not counted here: what it publishes. */
function uncounted(gathered: Gathered): SnapshotReport {
  const { proposal, votes } = gathered
  const choices = choicesOf(proposal)
  return {
    proposal: factsOf(gathered),
    votes: { given: votes.length, compatible: 0, exact: 0 },
    verdict: unknown(['type-not-counted']),
    exitCode: EXIT_CODES.unknown,
    choices: choices.map((choice, at) => ({
      ...choice,
      published: proposal.scores?.[at]?.source ?? null,
      compatible: null,
      exact: null,
      difference: null,
      cause: 'unknown',
    })),
    totals: { published: proposal.scores_total?.source ?? null, compatible: null },
    winners: { published: greatest(choices, publishedOf(proposal)), compatible: null, exact: null },
    shuffles: null,
    findings: [],
    differences: [],
  }
}

/**
 * Counts a Snapshot proposal again as Snapshot does, and exactly, and says where the two part. Pure: what is in the
 * files is all it knows.
 * @param words says where the counts part, in English unless another language is given
 * @throws SnapshotError for files that hold no proposal
 */
export function recountSnapshot(
  files: readonly GivenFile[],
  words: DifferenceWords = DIFFERENCE_WORDS,
): SnapshotReport {
  const gathered = gather(files)
  const { proposal } = gathered
  const { type } = proposal
  if (!isCounted(type)) return uncounted(gathered)
  const choices = choicesOf(proposal)
  const votes = readVotes(type, proposal, gathered.votes)
  const floats = countFloats(type, votes, choices.length)
  const ballots = votes.flatMap(({ ballot }) => ballot ?? [])
  const exact = exactTally(type, { proposalId: proposal.id ?? '', choices: choices.length }, ballots)
  const drift = driftOf(type, votes, exact)
  const shuffles = shuffleFloats(
    type,
    floats.votes.map(({ floats: row }) => row),
    choices.length,
  )
  const findings = groupsOf(votes)
  const first = exact?.ranking[0]
  const winners = {
    published: greatest(choices, publishedOf(proposal)),
    compatible: greatest(choices, floats.scores),
    exact: first && first.place !== null ? (choices[first.number - 1] ?? null) : null,
  }
  const verdict = verdictOf(type, gathered, votes, floats)
  return {
    proposal: factsOf(gathered),
    votes: {
      given: votes.length,
      compatible: floats.votes.length,
      exact: votes.filter((vote) => vote.exact === 'counted').length,
    },
    verdict,
    exitCode: EXIT_CODES[verdict.kind],
    choices: choices.map((choice) => choiceRow(gathered, choice, { floats, exact, drift })),
    totals: {
      published: proposal.scores_total?.source ?? null,
      compatible: String(votes.reduce((sum, { vp }) => sum + (vp ?? 0), 0)),
    },
    winners,
    shuffles,
    findings,
    differences: [
      ...winnerWords(words, winners),
      ...(exact ? tieWords(words, choices, exact) : [{ code: 'not-exact' as const, text: words.notExact }]),
      ...handledOtherwise(words, findings),
      ...roundingWords(words, choices, drift?.by.map((by) => (isWithin(by, drift.bound) ? by : ZERO)) ?? []),
      ...orderWords(words, shuffles),
    ],
  }
}
