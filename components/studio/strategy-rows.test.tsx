import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { KINDS, newDraft, type StrategyDraft, withKind } from './strategy-draft.ts'
import { StrategyRows } from './strategy-rows.tsx'

const render = (rows: StrategyDraft[], tried = false) =>
  renderToStaticMarkup(
    <StrategyRows
      votes={{ own: rows.length > 0, rows, powerCap: '', heldDays: '' }}
      change={() => {}}
      chainId={31_337}
      tried={tried}
      error={undefined}
    />,
  )
const labels = (html: string) =>
  [...html.matchAll(/<span class="font-figure">([^<]+)/g)].map(([, text]) => text)

it('begins with the community’s way', () => {
  const html = render([])
  expect(html).toContain('As in every round of the community.')
  expect(labels(html)).toEqual(['Most votes of one account', 'Also held, days before'])
})

it.each([
  ['erc1155-balance', ['Address of that token', 'Chain', 'Id', 'At most', 'Weight', 'Votes', 'for each']],
  ['erc20-balance', ['Address of that token', 'Chain', 'At most', 'Weight', 'Votes', 'for each']],
  ['merkle-allowlist', ['The list', 'At most', 'Weight', 'Votes', 'for each']],
  ['fixed', ['Votes of each address']],
] as const)('asks of %s what that kind has', (id, fields) => {
  const asked = labels(render([withKind(newDraft(1, 31_337), id)]))
  expect(asked.slice(0, fields.length + 1)).toEqual(['What gives votes', ...fields])
  expect(KINDS.some(({ value }) => value === id)).toBe(true)
})

it('names lines that are no rows, and fields at fault once one tried', () => {
  const list = {
    ...withKind(newDraft(1, 31_337), 'merkle-allowlist'),
    list: `0x${'ab'.repeat(20)},5\nnobody\n`,
  }
  const html = render([list, newDraft(2, 31_337)])
  expect(html).toContain('One line is no row.')
  expect(html).toContain('line 2')
  expect(html).not.toContain('0x and 40 hexadecimal digits.</p>')
  expect(render([newDraft(2, 31_337)], true)).toContain('0x and 40 hexadecimal digits.')
})
