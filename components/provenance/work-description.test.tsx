import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WorkDescription } from './work-description.tsx'

const BLOCK = '{"name":"Ebb \\u003c/script>","caption":"\\"&amp; tide"}'

it('says where the terms stand, and gives the data block as it is', () => {
  const html = renderToStaticMarkup(<WorkDescription block={BLOCK} licence="https://terms.example/by" />)
  expect(html).toBe(
    `<link rel="license" href="https://terms.example/by"/><script type="application/ld+json">${BLOCK}</script>`,
  )
})

it('says nothing of terms that nobody knows, and leaves out a block that has no room', () => {
  expect(renderToStaticMarkup(<WorkDescription block={null} licence={null} />)).toBe('')
})
