import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { BriefLine } from '#lib/generation/schema.ts'
import { BriefList } from './brief-list.tsx'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {} }) }))

const prompt = `Prompt: sha256:${'ab'.repeat(32)}`
const line = (words: BriefLine['words']): BriefLine => ({
  digest: '0x01',
  prompt: words ? prompt : 'Two red boats',
  words,
  traits: '',
  acceptedAt: 1_800_000_000,
  round: { roundId: '0x02', slug: 'two-inks', title: 'Two Inks' },
  pictures: ['passed'],
})
const shown = (words: BriefLine['words']) => renderToStaticMarkup(<BriefList briefs={[line(words)]} />)

it('quotes sealed words to their creator, and offers to reveal them', () => {
  const html = shown({ text: 'Herons', revealed: false })
  expect(html).toContain('“Herons”')
  expect(html).not.toContain(prompt)
  expect(html).toContain('Kept private')
  expect(html).toMatch(/<button[^>]*>Reveal the words/)
})

it.each([
  ['that were revealed', { text: 'Herons', revealed: true }],
  ['that were never sealed', null],
])('has nothing to reveal of words %s', (_what, words) => {
  expect(shown(words)).not.toContain('Reveal the words')
})
