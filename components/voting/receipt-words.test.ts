import { expect, it } from 'vitest'
import { leafOf, OPENS, sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import { receiptText } from './receipt-words.ts'

const ROUND = `0x${'1d'.repeat(32)}` as const

async function words(method: string, choices: string, power: string | null = '120') {
  const vote = { voter: 'ada', choices, sequence: 1, at: OPENS + 60 }
  const leaf = await leafOf(ROUND, ROUND, vote, 0)
  const receipt = { leaf: { ...leaf, ballot: { ...leaf.ballot, method } } }
  const facts = { rules: sampleRules(), now: OPENS + 120 } as ReceiptFacts
  const text = receiptText(receipt as Parameters<typeof receiptText>[0], facts, power)
  return text.replace(/^Signed [^.]*\. /, '').replace(/ unless you replace it.*/, '')
}

it.each([
  ['single', '#7', 'It counts 120 votes for one work'],
  ['approval', '#7 #9', 'It counts 120 votes for 2 works'],
  ['weighted', '#7=60 #9=40', 'It shares 120 votes among 2 works'],
  ['quadratic', '#7=6 #9=2', 'It gives 2 works the votes that it bought with credits'],
  ['score', '#7=5', 'It gives points to one work, with 120 votes behind each point'],
  ['ranked', '#9>#7>#2', 'It ranks 3 works, with 120 votes behind the first that stands'],
  ['pairwise', '#9>#7 #2=#9', 'It judges 2 duels, with 120 votes behind them'],
  ['pairwise', `sha256:${'0f'.repeat(32)} n=300`, 'It judges 300 duels, with 120 votes behind them'],
  ['ranked', '-', 'It abstains'],
])('says what a %s ballot of %s does', async (method, choices, said) => {
  expect(await words(method, choices)).toBe(said)
})

it('says what is not known, and what weighs nothing', async () => {
  expect(await words('weighted', '#7=60 #9=40', null)).toBe('It shares its votes among 2 works')
  expect(await words('approval', '#7', '0')).toBe(
    'Its voter had no votes at the snapshot. It is for one work',
  )
})
