import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOOKED, sampleFound } from '#components/workshop/provenance/found.ts'
import { historyOf } from './history-words.ts'
import type { LookedAt } from './look-at-picture.ts'
import { PictureReport } from './picture-report.tsx'

const found = LOOKED['the very file'] as LookedAt
const drawn = (looked: LookedAt) =>
  renderToStaticMarkup(<PictureReport looked={looked} preview="blob:own" actions={null} />)

describe('PictureReport', () => {
  it('shows the work beside the picture, with its place and its token', () => {
    const html = drawn(found)
    expect(html).toContain('This picture hangs here.')
    expect(html).toContain('src="blob:own"')
    expect(html).toContain('href="/rounds/two-inks/works/1"')
    expect(html).toMatch(/href="\/c\/north-fold\/tokens\/\d+">Minted, 1st place/)
  })

  it('never says that a picture is what it only looks like', () => {
    const [near, far] = [20, 21].map(
      (distance): LookedAt => ({
        ...found,
        known: { kind: 'asked', works: [sampleFound('alike', 3, { distance })] },
      }),
    ) as [LookedAt, LookedAt]
    expect([historyOf(near.known), historyOf(far.known)]).toEqual(['alike', 'resembles'])
    for (const html of [drawn(near), drawn(far)]) {
      expect(html).toContain('Looking alike proves nothing')
      expect(html).not.toContain('This picture hangs here')
    }
  })

  it('says that there is no history, and that nobody answered, as two things', () => {
    expect(drawn({ ...found, known: { kind: 'asked', works: [] } })).toContain('No history here.')
    expect(drawn({ ...found, known: { kind: 'unreached' } })).toContain('did not answer')
    expect(drawn({ ...found, known: { kind: 'busy' } })).toContain('asked too often')
  })

  it('keeps what a file says of itself on a line, and as text', () => {
    const xmp = { title: '\u202e<b>gone\u0007\nwith</b>', prompt: 'x'.repeat(700) }
    const html = drawn({ ...found, xmp })
    expect(html).toContain('<bdi>&lt;b&gt;gone with&lt;/b&gt;</bdi>')
    expect(html).toContain(`${'x'.repeat(600)}…`)
    expect(drawn({ ...found, xmp: { title: ' \u0000' } })).toContain('it carries no XMP')
  })

  it('shows no preview of what this browser does not open', () => {
    const html = drawn({ ...found, size: null })
    expect(html).not.toContain('blob:own')
    expect(html).toContain('cannot show it')
  })
})
