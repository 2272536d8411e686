import { interleaved } from './cpu.ts'
import { atMost, type Bar, type BenchResult } from './result.ts'
import { hashesElsewhere } from './tally/elsewhere.ts'
import { hashesOverShuffles } from './tally/hashes.ts'
import { count, type Poll, pollOf, readBallots } from './tally/polls.ts'
import { floatCount, floatPollOf, floatsChangedByOrder } from './tally/snapshot.ts'

/** The least that counting can be: the same texts split, and sums in a table of doubles. */
function leastCount({ signed, candidates }: Poll): Float64Array {
  const sums = new Float64Array(candidates.length + 1)
  for (const { choices } of signed)
    for (const choice of choices.split('#')) {
      const number = Number.parseInt(choice, 10)
      if (number) sums[number] = (sums[number] ?? 0) + 1
    }
  return sums
}

/** Each poll is made when its turn comes: whoever counts holds one. */
type Row = { name: string; bar: number; poll: () => Poll; run: (poll: Poll) => unknown }

const fromText = (poll: Poll) => count(poll, readBallots(poll))
// The queue of duels is part of judging a ballot, as its signature is.
const fromBallots = (poll: Poll) => count(poll, poll.ballots)

function rowsOf(quick: boolean): Row[] {
  const ballots = quick ? 2_000 : 100_000
  const works = quick ? 500 : 10_000
  const duels = { ballots: ballots / 10, works, limits: { maxChoices: 39 } }
  const entries = { ballots, works, limits: { maxChoices: 39, credits: 10_000, creditUnit: '1' } }
  return [
    {
      name: `approval, ${ballots} × ${works}, from text`,
      bar: 0.5,
      poll: () => pollOf('approval', { ballots, works }),
      run: fromText,
    },
    {
      name: `ranked, IRV, ${ballots} × 40, from text`,
      bar: 0.6,
      poll: () => pollOf('ranked', { ballots, works: 40, limits: { maxChoices: 40 } }),
      run: fromText,
    },
    {
      name: `ranked, STV for 12, ${ballots} × 40, from text`,
      bar: 1,
      poll: () => pollOf('ranked', { ballots, works: 40, places: 12, limits: { maxChoices: 40 } }),
      run: fromText,
    },
    {
      name: `pairwise, ${works} works, 200 iterations`,
      bar: 0.6,
      poll: () => pollOf('pairwise', duels),
      run: fromBallots,
    },
    { name: 'quadratic, from ballots', bar: 1, poll: () => pollOf('quadratic', entries), run: fromBallots },
  ]
}

/** How many different results the orders, places and versions gave for one method: one each, or they do not agree. */
async function disagreements(shuffles: number): Promise<{ places: string[]; most: number }> {
  const here = hashesOverShuffles(shuffles)
  const elsewhere = await hashesElsewhere(Math.min(shuffles, 20))
  const all = [here, ...Object.values(elsewhere)]
  const most = Math.max(
    ...Object.keys(here).map((method) => new Set(all.flatMap((place) => place[method])).size),
  )
  return { places: [`Node ${process.version}`, ...Object.keys(elsewhere)], most }
}

/** Counts a round by each method, CPU seconds, beside the least that counting can be and a count in doubles. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const figures: Record<string, number> = {}
  const bars: Record<string, Bar> = {}
  for (const { name, bar, poll: pollNow, run: counted } of rowsOf(quick)) {
    const poll = pollNow()
    const repeats = quick ? 1 : 5
    const seconds = await interleaved({ ours: () => counted(poll), least: () => leastCount(poll) }, repeats)
    // Shares and credits cost it every choice for every vote: a thousand million steps here.
    const floats = poll.rules.method === 'quadratic' ? null : floatPollOf(poll)
    const inDoubles = floats && (await interleaved({ floats: () => floatCount(floats) }, repeats))
    const entries = poll.ballots.reduce((sum, { numbers }) => sum + numbers.length, 0)
    figures[`${name}: entries`] = poll.rules.method === 'pairwise' ? entries / 2 : entries
    figures[`${name}: ours, CPU ms`] = Math.round(seconds.ours * 1000)
    figures[`${name}: texts split and added, CPU ms`] = Math.round(seconds.least * 1000)
    if (inDoubles)
      figures[`${name}: in doubles, as Snapshot counts, choices read, CPU ms`] = Math.round(
        inDoubles.floats * 1000,
      )
    if (!quick) bars[`${name}, CPU s`] = atMost(Math.round(seconds.ours * 100) / 100, bar)
  }
  const shuffles = quick ? 20 : 200
  for (const [method, changed] of floatsChangedByOrder(shuffles))
    figures[`${method} in doubles: other scores, of ${shuffles} orders`] = changed
  const { places, most } = await disagreements(shuffles)
  bars[`results by method over orders, ${places.join(', ')}`] = atMost(most, 1)
  return { name: 'tally', figures, bars }
}
