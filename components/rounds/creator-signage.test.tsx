import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CreatorSignage } from './creator-signage.tsx'

const address = `0x${'ab'.repeat(20)}` as const
const shown = (change: object, explorer: string | null = null) =>
  renderToStaticMarkup(
    <CreatorSignage
      creator={{
        ...{ address, name: 'Ines', otherNames: [], ensName: null, works: [], workCount: 3, roundCount: 2 },
        ...change,
      }}
      explorer={explorer}
    />,
  )

it('names the account that signed, and what hangs of it', () => {
  const works = ['1', '2', null].map((tokenId) => ({ work: { tokenId } }))
  const html = shown({ works })
  expect(html).toContain('<h1')
  expect(html).toContain('0xabab…abab')
  expect(html).toContain('3 works in 2 rounds, 2 minted.')
  expect(html).not.toContain('are shown')
})

it('keeps a name of ENS apart from what stands around it', () => {
  expect(shown({ ensName: 'ines.eth' })).toMatch(/<bdi[^>]*>ines\.eth<\/bdi>/)
  expect(shown({})).not.toContain('<bdi')
})

it('tells whoever followed an older name that it is the same account', () => {
  const html = shown({ otherNames: ['I. Okafor', '<b>Ines</b>'] })
  expect(html).toContain('also: <bdi>I. Okafor</bdi>, <bdi>&lt;b&gt;Ines&lt;/b&gt;</bdi>')
  expect(shown({})).not.toContain('also:')
})

it('says how many it leaves out, and where the account can be looked up', () => {
  const html = shown({ works: [{ work: { tokenId: null } }] }, 'https://explorer.example')
  expect(html).toContain('The newest 1 are shown.')
  expect(html).toContain(`href="https://explorer.example/address/${address}"`)
})
