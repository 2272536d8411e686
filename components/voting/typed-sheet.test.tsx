import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LogTree } from './log-tree.tsx'
import { TypedSheet } from './typed-sheet.tsx'

const ROUND = `0x${'fe'.repeat(32)}`

it('shows every field in the order of the wallet and the whole of each value', () => {
  const html = renderToStaticMarkup(
    <TypedSheet
      domain={{ name: 'Verso', version: '1', chainId: 31_337, contract: `0x${'5f'.repeat(20)}` }}
      fields={[
        { name: 'round', value: ROUND, meaning: 'Two Inks' },
        { name: 'choices', value: '#12 #31', meaning: 'two works', important: true },
        { name: 'agent', value: '', meaning: 'empty: signed by a person' },
      ]}
    />,
  )
  expect([...html.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name)).toEqual([
    'round',
    'choices',
    'agent',
  ])
  expect(html).toContain('0xfefe…fefe')
  expect(html).toContain(`>${ROUND}<`)
  expect(html).toContain('#12 #31')
})

it('says in words what the tree shows', () => {
  const html = renderToStaticMarkup(<LogTree tree={{ size: 41, index: 31, path: Array(6).fill('0x00') }} />)
  expect(html).toContain(
    'The log as a tree of 41 leaves. Leaf 32 is your ballot; 6 hashes lead from it to the root.',
  )
  expect(html).toContain('the six hashes that prove it')
})

it('says of the only ballot of a log that it is the root', () => {
  const html = renderToStaticMarkup(<LogTree tree={{ size: 1, index: 0, path: [] }} />)
  expect(html).toContain('The log has one leaf, your ballot.')
  expect(html).toContain('your ballot, alone in the log')
  expect(html).not.toContain('prove')
})
