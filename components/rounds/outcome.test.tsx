import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ResultView } from '#lib/rounds/schema.ts'
import { flowOf } from './count-flow.ts'
import { Outcome } from './outcome.tsx'
import { resultRows } from './result-rows.ts'
import { type SampleResult, type SampleVote, sampleDuels, sampleResult } from './sample-result.ts'

function pageOf({ rules, result }: SampleResult, showsAll = false): string {
  const works = result.ranking.map(({ number }) => ({
    number,
    contentHash: '',
    title: `Sheet ${number}`,
    creator: '',
    creatorName: 'Ines Okafor',
  }))
  return renderToStaticMarkup(
    <Outcome
      round={{ roundId: null, slug: 'two-inks', title: 'Two Inks', rules }}
      result={{ result: result as ResultView['result'], works }}
      chosen={[]}
      showsAll={showsAll}
    />,
  )
}

const textOf = (html: string) =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** Rows of the table with this caption, as texts of their cells. */
function rowsOf(html: string, caption: string): string[][] {
  const table =
    [...html.matchAll(/<table.*?<\/table>/gs)].find(([whole]) => whole.includes(caption))?.[0] ?? ''
  const body = /<tbody>(.*)<\/tbody>/s.exec(table)?.[1] ?? ''
  return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell).trim()),
  )
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Every voter begins at another work and names a few after it. */
const rankedVotes = (works: number, voters: number): SampleVote[] =>
  numbers(voters).map((voter) => {
    const named = numbers(3).map((step) => 1 + ((voter * step + step * step * 7) % works))
    return [BigInt(10 + ((voter * 37) % 90)), `#${[...new Set(named)].join('>#')}`]
  })

describe('the drawing of a count', () => {
  it('has the very figures of the table of votes beside it', () => {
    const sample = sampleResult({ method: 'ranked', works: 6 }, rankedVotes(6, 25))
    const { ranking, count } = sample.result
    if (count?.kind !== 'irv') throw new Error('counted otherwise')
    const html = pageOf(sample)
    const order = ranking.map(({ number }) => number)
    const rounds = flowOf(count, order)
    const rows = rowsOf(html, 'Votes of each work as each round began')
    order.forEach((number, row) => {
      const cells = rounds.map(({ standing }) => standing.get(number)?.toLocaleString('en') ?? '–')
      expect(rows[row]).toEqual([`#${number} Sheet ${number}`, ...cells])
    })
    expect(rows.at(-1)).toEqual([
      'No further choice',
      ...rounds.map(({ exhausted }) => exhausted.toLocaleString('en')),
    ])
    const bands = rounds.reduce((sum, { standing }) => sum + standing.size, 0)
    const exhausted = rounds.filter((round) => round.exhausted > 0n).length
    const wide = /<svg role="img" aria-labelledby="flow-title flow-text".*?<\/svg>/s.exec(html)?.[0] ?? ''
    expect(wide.match(/stroke-4/g)).toHaveLength(bands + exhausted)
    expect(wide).toMatch(/<title id="flow-title">[^<]+<\/title><desc id="flow-text">Round 1: #/)
  })

  it('draws the last rounds of many and tells the first ones in a table', () => {
    const html = pageOf(sampleResult({ method: 'ranked', works: 40 }, rankedVotes(40, 120)))
    const text = textOf(html)
    const rounds = Number(/The last 6 of (\d+) rounds/.exec(text)?.[1])
    expect(rounds).toBeGreaterThan(20)
    expect(rowsOf(html, `Rounds 1 to ${rounds - 6}:`)).toHaveLength(rounds - 6)
    expect(rowsOf(html, `Rounds ${rounds - 5} to ${rounds}:`)).toHaveLength(6)
  })

  it('states quota, surplus and losses where votes are transferred', () => {
    const sample = sampleResult({ method: 'ranked', works: 4, places: 2 }, [
      [90n, '#1>#2'],
      [7n, '#1>#3'],
      [20n, '#2'],
      [10n, '#3'],
      [5n, '#4>#3'],
    ])
    const text = textOf(pageOf(sample))
    expect(text).toContain('The quota is 44 votes')
    expect(text).toContain('reaches the quota with 97 votes, keeps 44 and passes on 52.999')
    expect(text).toMatch(/0\.000000001 votes were lost in fractions/)
  })

  it.each([
    ['nobody', [[5n, '-']] as SampleVote[], 'No ballot ranks a work.'],
    ['one', [[5n, '#1']] as SampleVote[], 'was chosen, with 5 votes.'],
  ])('is left out where %s was ranked', (_, votes, sentence) => {
    const html = pageOf(sampleResult({ method: 'ranked', works: 3 }, votes))
    expect(html).not.toContain('<svg')
    expect(textOf(html)).toContain(sentence)
  })

  it('says of each round what decided between equals', () => {
    const html = pageOf(
      sampleResult({ method: 'ranked', works: 3 }, [
        [9n, '#1'],
        [4n, '#2'],
        [2n, '#3'],
        [2n, '#3'],
      ]),
    )
    expect(textOf(html)).toContain(
      'goes with 4 votes, level with #3; 2 ballots naming it against 1 decided it.',
    )
  })
})

describe('points', () => {
  const sample = sampleResult({ method: 'score', works: 3, places: 1, limits: { maxScore: 3 } }, [
    [10n, '#1=3 #2=1'],
    [1n, '#1=2 #2=1'],
    [1n, '#1=3'],
  ])

  it('draws how many voters gave how many, beside their sum and mean', () => {
    const html = pageOf(sample)
    expect(rowsOf(html, 'The result of Two Inks')[0]?.slice(2)).toEqual([
      '35',
      '2.67',
      '3',
      'Voters who gave it 1 point: none; 2 points: 1; 3 points: 2',
    ])
    expect(rowsOf(html, 'How many voters gave each work so many points')).toEqual([
      ['#1 Sheet 1', '0', '1', '2'],
      ['#2 Sheet 2', '2', '0', '0'],
      ['#3 Sheet 3', '0', '0', '0'],
    ])
    expect(textOf(html)).not.toContain('votes')
  })
})

describe('credits', () => {
  it('lists the ballots that spend more than their power gives', () => {
    const html = pageOf(
      sampleResult({ method: 'quadratic', works: 2, limits: { credits: 100, creditUnit: '1' } }, [
        [20n, '#1=4'],
        [3n, '#2=2'],
        [8n, '#2=3'],
      ]),
    )
    expect(textOf(html)).toContain('2 ballots spent more credits than their power gives and do not count.')
    expect(rowsOf(html, 'Accounts whose ballots do not count').map((cells) => cells.slice(1))).toEqual([
      ['4', '3'],
      ['9', '8'],
    ])
  })
})

describe('duels', () => {
  const voters = (count: number, duels: number) =>
    numbers(count).map((voter) => ({ duels, taste: (number: number) => (number === voter ? 90 : -number) }))

  it('stand work against work, each cell the reverse of the one across', () => {
    const sample = sampleDuels({ works: 5, limits: { minComparisons: 2, minVoters: 2 } }, voters(4, 10))
    const { count } = sample.result
    if (count?.kind !== 'pairwise') throw new Error('counted otherwise')
    const rows = rowsOf(pageOf(sample), 'won : lost : tied').map((cells) => cells.slice(1))
    const figures = (text: string | undefined) =>
      (text?.match(/\d+:\d+:\d+/)?.[0] ?? '').split(':').map(Number)
    let duels = 0
    rows.forEach((cells, row) => {
      expect(cells[row]).toBe('itself')
      cells.forEach((cell, column) => {
        if (row === column) return
        const [won = 0, lost = 0, tied = 0] = figures(cell)
        const [wonThere, lostThere, tiedThere] = figures(rows[column]?.[row])
        expect([won, lost, tied]).toEqual([lostThere, wonThere, tiedThere])
        if (row < column) duels += won + lost + tied
      })
    })
    expect(duels).toBe(count.duels)
  })

  it('name the works that were judged too seldom, and what it takes', () => {
    const sample = sampleDuels({ works: 9, limits: { minComparisons: 3, minVoters: 2 } }, voters(2, 5))
    const out = sample.result.ranking.filter(({ place }) => place === null)
    expect(out.length).toBeGreaterThan(0)
    const text = textOf(pageOf(sample))
    expect(text).toContain(`${out.length} works not ranked A work is ranked from 3 duels by 2 voters on.`)
  })

  it('of forty works stand in the whole table, of the first in the short one', () => {
    const sample = sampleDuels({ works: 45, limits: { minComparisons: 1, minVoters: 1 } }, voters(4, 60))
    expect(rowsOf(pageOf(sample), 'won : lost : tied')).toHaveLength(8)
    expect(rowsOf(pageOf(sample, true), 'won : lost : tied')).toHaveLength(40)
  })
})

describe('approval', () => {
  const everybody = numbers(10_000)
  const many = sampleResult(
    { method: 'approval', works: 10_000, places: 3, limits: { maxChoices: 10_000 } },
    [
      [3n, `#${everybody.filter((number) => number % 3 === 0).join(' #')}`],
      [2n, `#${everybody.filter((number) => number % 7 === 0).join(' #')}`],
    ],
  )

  it('shows the first of ten thousand, the others as marks on one axis', () => {
    const html = pageOf(many)
    expect(rowsOf(html, 'The result of Two Inks')).toHaveLength(7 + 2)
    expect(textOf(html)).toContain('The other 9,993 works')
  })

  it('has all ten thousand in its table when asked', () => {
    const { rules, result } = many
    const round = { slug: 'two-inks', title: 'Two Inks', rules }
    const { rows, rest } = resultRows(round, { result: result as ResultView['result'], works: [] }, true)
    expect(rows.map(({ number }) => number)).toEqual(result.ranking.map(({ number }) => number))
    expect(rest).toBeUndefined()
  })

  it.each([
    ['no ballot', []],
    ['only abstentions', [[4n, '-'] as SampleVote]],
  ])('holds no place with %s', (_, votes) => {
    const html = pageOf(sampleResult({ method: 'approval', works: 3, places: 2 }, votes))
    expect(textOf(html)).toContain('No work got a vote. No place is taken.')
    expect(rowsOf(html, 'The result of Two Inks').map(([place]) => place)).toEqual([
      'Two places. Two places stayed empty: no work got a vote.',
      '–',
      '–',
      '–',
    ])
  })
})
