import { sha256, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { choicesOfDuels, duelOf } from '#lib/protocol/methods/pairwise-spelling.ts'
import { dice, voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import { type DuelAnswer, type Pair, pairQueue } from '#lib/protocol/pair-queue.ts'

/** Works with strengths, and voters who judge so many duels each. */
export type Crowd = { works: number; voters: number; duels: number; deviation: number; seed: number }

type Roll = (below: number) => number
/** How a voter answers a pair: the stronger work wins by the logistic model, more often the further they are apart. */
type Judge = (pair: Pair) => DuelAnswer

const FINE = 2 ** 30

/** Draws of their own for everything that has another name. */
function rollOf(name: string): Roll {
  const { buffer } = sha256(utf8(name)).slice(0, 4)
  return dice(new DataView(buffer).getUint32(0))
}

/** Above 0 and below 1. */
const unit = (roll: Roll) => (roll(FINE) + 0.5) / FINE

/** Box and Muller's way from two even draws to a normal one. */
const normal = (roll: Roll) => Math.sqrt(-2 * Math.log(unit(roll))) * Math.cos(2 * Math.PI * unit(roll))

/** By number, from 1; the same ones for the same seed. */
export function strengthsOf({ works, deviation, seed }: Crowd): Float64Array {
  const roll = rollOf(`strengths ${seed}`)
  return Float64Array.from({ length: works + 1 }, () => deviation * normal(roll))
}

function judgeOf({ seed }: Crowd, strengths: Float64Array, voter: number): Judge {
  const roll = rollOf(`answers ${seed} ${voter}`)
  return ({ low, high }) => {
    const lead = (strengths[low] ?? 0) - (strengths[high] ?? 0)
    return unit(roll) < 1 / (1 + Math.exp(-lead)) ? 'low' : 'high'
  }
}

type Duel = { pair: Pair; answer: DuelAnswer }

function* fromTheQueue(crowd: Crowd, voter: number, judge: Judge): Generator<Duel, void> {
  const queue = pairQueue({
    roundId: sha256Bytes32(utf8(`bench round ${crowd.seed}`)),
    openingBlock: sha256Bytes32(utf8(`bench opening ${crowd.seed}`)),
    voter: voterOf(voter + 1),
    candidateCount: crowd.works,
  })
  for (let next = queue.next(); !next.done; ) {
    const answer = judge(next.value)
    yield { pair: next.value, answer }
    next = queue.next(answer)
  }
}

function* atRandom({ works, seed }: Crowd, voter: number, judge: Judge): Generator<Duel, void> {
  const roll = rollOf(`pairs ${seed} ${voter}`)
  const met = new Set<string>()
  for (;;) {
    const [one, other] = [1 + roll(works), 1 + roll(works)]
    const pair = { low: Math.min(one, other), high: Math.max(one, other) }
    const key = `${pair.low} ${pair.high}`
    if (one === other || met.has(key)) continue
    met.add(key)
    yield { pair, answer: judge(pair) }
  }
}

const WAYS = { queue: fromTheQueue, random: atRandom }
export type Way = keyof typeof WAYS

function ballotOf(crowd: Crowd, strengths: Float64Array, voter: number, way: Way): Choices {
  const duels: ReturnType<typeof duelOf>[] = []
  for (const { pair, answer } of WAYS[way](crowd, voter, judgeOf(crowd, strengths, voter))) {
    duels.push(duelOf(pair, answer))
    if (duels.length === crowd.duels) break
  }
  return choicesOfDuels(duels)
}

/** The ballots of all voters, whose pairs come from their queues or are drawn at random. */
export function ballotsOf(crowd: Crowd, strengths: Float64Array, way: Way): Choices[] {
  return Array.from({ length: crowd.voters }, (_, voter) => ballotOf(crowd, strengths, voter, way))
}
