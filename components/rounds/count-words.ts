import type { RankedCandidate } from '#lib/protocol/result.ts'
import { formatFigure, formatScore } from '#lib/protocol/score-unit.ts'
import type { FlowRound } from './count-flow.ts'
import { compare, type Outcome } from './level-works.ts'
import { type MethodRules, tiebreakWords } from './result-words.ts'

const workOf = ({ ranking }: Outcome, number: number): RankedCandidate | undefined =>
  ranking.find((work) => work.number === number)

const SEVERAL: Record<FlowRound['leaving']['decidedBy'], string> = {
  score: '',
  'count-back': 'the rounds before decided it',
  supporters: 'the ballots naming them decided it',
  lot: 'the lot decided it',
}

/** What set a work apart in its round from those with as many votes; nothing where the votes did. */
function tieWords({ leaving, standing, votes }: FlowRound, result: Outcome, rules: MethodRules): string {
  if (leaving.decidedBy === 'score') return ''
  const rivals = [...standing].flatMap(([number, had]) =>
    had === votes && number !== leaving.number ? [number] : [],
  )
  const [rival] = rivals
  const pair = [leaving.number, rival ?? 0].map((number) => workOf(result, number))
  const [better, other] = leaving.kind === 'elected' ? pair : pair.toReversed()
  if (rivals.length !== 1 || !better || !other)
    return `, level with ${rivals.map((number) => `#${number}`).join(', ')}; ${SEVERAL[leaving.decidedBy]}`
  const { by } = compare(result, better, other)
  return `, level with #${rival}${by ? `; ${tiebreakWords(by, result, rules)}` : ''}`
}

function electedWords(
  { votes, kept, standing, passed }: FlowRound,
  result: Outcome,
  rules: MethodRules,
): string {
  if (result.count?.kind !== 'stv') {
    const all = [...standing.values()].reduce((sum, some) => sum + some, 0n)
    return `is chosen with ${formatFigure(rules, String(votes))} of ${formatScore(rules, String(all))}`
  }
  const had = formatScore(rules, String(votes))
  if (votes < BigInt(result.count.quota)) return `takes an open place with ${had}, below the quota`
  const reaches = `reaches the quota with ${had}`
  return votes === kept || passed.length === 0
    ? reaches
    : `${reaches}, keeps ${formatFigure(rules, String(kept))} and passes on ${formatFigure(rules, String(votes - kept))}`
}

/** What happened in a round, after the name of the work it happened to. */
export function roundWords(round: FlowRound, result: Outcome, rules: MethodRules): string {
  const act =
    round.leaving.kind === 'elected'
      ? electedWords(round, result, rules)
      : `goes with ${formatScore(rules, String(round.votes))}`
  return `${act}${tieWords(round, result, rules)}.`
}

/** Where the votes of a round went, the most first: "120 to #3, 16 to #4; 4 have no further choice". */
export function passedWords({ passed }: FlowRound, rules: MethodRules, most: number): string {
  const figure = (votes: bigint) => formatFigure(rules, String(votes))
  const works = passed
    .filter(({ to }) => to !== null)
    .toSorted((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : 0))
  const told = works.slice(0, works.length > most + 1 ? most : works.length)
  const others = works.slice(told.length).reduce((sum, { votes }) => sum + votes, 0n)
  const gone = passed.find(({ to }) => to === null)
  const moved = [
    ...told.map(({ to, votes }) => `${figure(votes)} to #${to}`),
    ...(others > 0n ? [`${figure(others)} to others`] : []),
  ].join(', ')
  return [moved, ...(gone ? [`${figure(gone.votes)} without a further choice`] : [])]
    .filter((part) => part !== '')
    .join('; ')
}
