import type { RankedCandidate } from '#lib/protocol/result.ts'
import * as text from '#messages/rounds/count-words.ts'
import type { FlowRound } from './count-flow.ts'
import { compare, type Outcome } from './level-works.ts'
import { figureOf, type MethodRules, scoreOf, tiebreakWords } from './result-words.ts'

const workOf = ({ ranking }: Outcome, number: number): RankedCandidate | undefined =>
  ranking.find((work) => work.number === number)

type Tie = { rivals: string; decided: string }

/** What set a work apart in its round from those with as many votes; null where the votes did. */
function tieOf({ leaving, standing, votes }: FlowRound, result: Outcome, rules: MethodRules): Tie | null {
  if (leaving.decidedBy === 'score') return null
  const rivals = [...standing].flatMap(([number, had]) =>
    had === votes && number !== leaving.number ? [number] : [],
  )
  const [rival] = rivals
  const pair = [leaving.number, rival ?? 0].map((number) => workOf(result, number))
  const [better, other] = leaving.kind === 'elected' ? pair : pair.toReversed()
  if (rivals.length !== 1 || !better || !other)
    return {
      rivals: rivals.map((number) => `#${number}`).join(', '),
      decided: text.decided[leaving.decidedBy],
    }
  const { by } = compare(result, better, other)
  return { rivals: `#${rival}`, decided: by ? tiebreakWords(by, result, rules) : '' }
}

function electedWords(
  { votes, kept, standing, passed }: FlowRound,
  result: Outcome,
  rules: MethodRules,
): string {
  if (result.count?.kind !== 'stv') {
    const all = [...standing.values()].reduce((sum, some) => sum + some, 0n)
    return text.chosenWith(figureOf(rules, String(votes)), scoreOf(rules, String(all)))
  }
  const had = scoreOf(rules, String(votes))
  if (votes < BigInt(result.count.quota)) return text.takesOpenPlace(had)
  return votes === kept || passed.length === 0
    ? text.reachesQuota(had)
    : text.passesOn(had, figureOf(rules, String(kept)), figureOf(rules, String(votes - kept)))
}

/** What happened in a round, after the name of the work it happened to. */
export function roundWords(round: FlowRound, result: Outcome, rules: MethodRules): string {
  const act =
    round.leaving.kind === 'elected'
      ? electedWords(round, result, rules)
      : text.goes(scoreOf(rules, String(round.votes)))
  const tie = tieOf(round, result, rules)
  return tie ? text.happenedInTie(act, tie.rivals, tie.decided) : text.happened(act)
}

/** Where the votes of a round went, the most first: "120 to #3, 16 to #4; 4 have no further choice". */
export function passedWords({ passed }: FlowRound, rules: MethodRules, most: number): string {
  const figure = (votes: bigint) => figureOf(rules, String(votes))
  const works = passed
    .flatMap(({ to, votes }) => (to === null ? [] : [{ to, votes }]))
    .toSorted((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : 0))
  const told = works.slice(0, works.length > most + 1 ? most : works.length)
  const others = works.slice(told.length).reduce((sum, { votes }) => sum + votes, 0n)
  const gone = passed.find(({ to }) => to === null)
  const moved = [
    ...told.map(({ to, votes }) => text.passedTo(figure(votes), to)),
    ...(others > 0n ? [text.passedToOthers(figure(others))] : []),
  ].join(', ')
  return [moved, ...(gone ? [text.withoutChoice(figure(gone.votes))] : [])]
    .filter((part) => part !== '')
    .join('; ')
}
