import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type AnchorRow, AnchorTable } from './anchor-table.tsx'

const HERE = `0x${'ab'.repeat(32)}`
const verdict = (row: Partial<AnchorRow> & Pick<AnchorRow, 'chain'>) =>
  /role="img" aria-label="([^"]+)"/.exec(
    renderToStaticMarkup(<AnchorTable rows={[{ what: 'Works', source: 'candidates.jsonl', ...row }]} />),
  )?.[1]

it.each([
  [
    'checked',
    { here: HERE, chain: { state: 'anchored', hash: HERE.toUpperCase().replace('X', 'x'), block: 1 } },
  ],
  ['broken', { here: HERE, chain: { state: 'anchored', hash: HERE.replace('ab', 'ac'), block: 1 } }],
  ['to do', { here: HERE, chain: { state: 'not yet' } }],
  ['to do', { chain: { state: 'anchored', hash: HERE, block: 1 } }],
  ['unknown', { here: HERE, chain: { state: 'unreachable' } }],
] as const)('finds %s', (expected, row) => {
  expect(verdict(row)).toBe(expected)
})
