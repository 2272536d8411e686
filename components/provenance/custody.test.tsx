import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Custody, type CustodyLine } from './custody.tsx'

const line = (name: string, verdict: CustodyLine['verdict']): CustodyLine => ({
  name,
  verdict,
  text: 'A sentence.',
})

it('counts verdicts in words and never calls an unread record green', () => {
  const lines = [line('Brief', 'checked'), line('Model', 'attested'), line('Credentials', 'unknown')]
  const html = renderToStaticMarkup(<Custody lines={lines} legend={false} />)
  expect(html).toContain('1 green, 1 attested, 1 unknown')
  expect(html.match(/role="img"/g)).toHaveLength(3)
})

it('shows both hashes of a broken line', () => {
  const broken: CustodyLine = {
    ...line('Picture', 'broken'),
    hash: { value: 'aa'.repeat(32), algorithm: 'sha256' },
    found: 'bb'.repeat(32),
  }
  const html = renderToStaticMarkup(<Custody lines={[broken]} legend={false} />)
  expect(html).toContain('sha256 aaaaaaaa…aaaaaaaa')
  expect(html).toContain('sha256 bbbbbbbb…bbbbbbbb')
  expect(html).toContain('1 broken')
})
