import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { JudgedCredentials } from '#lib/provenance/reading/verdict.ts'
import { judgedFinding, runningFinding } from './credentials-line.tsx'
import { ENGINE_BYTES } from './credentials-thread.ts'
import type { Judged } from './judge-credentials.ts'

const ROUND = `0x${'c3'.repeat(32)}` as const
const nothing = () => {}

const SAID: JudgedCredentials['credentials'] = {
  standing: 'trusted',
  failures: [],
  signer: 'Verso signer, verso.example',
  generator: 'Verso',
  title: 'Lighthouse',
  began: {
    action: 'c2pa.created',
    sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    agent: 'flux-schnell',
    agentVersion: 'c846a699',
  },
  prompt: 'A lighthouse at dusk',
  mining: { 'cawg.data_mining': { use: 'allowed' } },
  recipe: { round: ROUND },
  boundTo: null,
}

function lineOf(judged: Judged) {
  const { verdict, text } = judgedFinding(judged, ROUND, nothing)
  return { verdict, html: renderToStaticMarkup(text) }
}
const read = (said: Partial<typeof SAID>, judged: Partial<JudgedCredentials> = {}) =>
  lineOf({ kind: 'read', root: 'round', differences: [], credentials: { ...SAID, ...said }, ...judged })

describe('the line of credentials', () => {
  it.each<[string, ReturnType<typeof lineOf>, string, string]>([
    ['whole', read({}), 'checked', 'below the root that the rules of this round name'],
    ['the instance’s', read({}, { root: 'instance' }), 'attested', 'nobody else vouches for it'],
    ['foreign', read({ standing: 'foreign', recipe: null }), 'attested', 'signed by Verso signer'],
    ['forged', read({ standing: 'foreign' }), 'broken', 'They claim to be of this round'],
    ['parted', read({}, { differences: ['prompt', 'model'] }), 'broken', 'the prompt, the model'],
    ['another root', lineOf({ kind: 'refused', code: 'other-root' }), 'broken', 'another certificate'],
    ['none', lineOf({ kind: 'none' }), 'unknown', 'The file carries none.'],
    ['too slow', lineOf({ kind: 'failed', code: 'credentials-slow' }), 'unknown', 'took too long'],
    ['anything else', lineOf({ kind: 'failed', code: 'recount-stopped' }), 'unknown', 'could not read them'],
  ])('has its verdict and its words: %s', (_name, { verdict, html }, expected, words) => {
    expect(verdict).toBe(expected)
    expect(html).toContain(words)
  })

  it('says what they say, in words', () => {
    const { html } = read({})
    for (const line of [
      'Title: “Lighthouse”',
      'Made by a trained model: flux-schnell c846a699',
      'Asked for: “A lighthouse at dusk”',
      'Machines may learn from it',
    ])
      expect(html).toContain(line)
  })

  it('puts C2PA’s codes in words, the first that is not about who signed', () => {
    const { verdict, html } = read({
      standing: 'broken',
      failures: [
        'signingCredential.untrusted',
        'assertion.hashedURI.mismatch',
        'assertion.dataHash.mismatch',
      ],
    })
    expect(verdict).toBe('broken')
    expect(html).toContain('One of their statements was changed')
    expect(html).toContain('assertion.hashedURI.mismatch')
    expect(html).not.toContain('What they say')
  })

  it('repeats nothing of what an engine says of a file that it cannot open', () => {
    const { html } = read({ standing: 'broken', failures: ['bad box <img src=x> at 0x17'] })
    expect(html).toContain('cannot be read as credentials')
    expect(html).not.toContain('img')
  })

  it('lets no file write markup, turn the line around, or fill the page', () => {
    const { html } = read({
      title: '<b>\u202eeniL\u0007',
      prompt: 'x'.repeat(5_000),
      began: { action: 'c2pa.created', sourceType: '<i>/<u>', agent: '\u2066a', agentVersion: null },
    })
    expect(html).not.toMatch(/<b>|<i>|<u>/)
    expect(html).not.toMatch(/\p{C}/u)
    expect(html.length).toBeLessThan(1_500)
  })
})

describe('the line while they are read', () => {
  it('says how much of the reader is here, and can be left', () => {
    const html = renderToStaticMarkup(runningFinding(ENGINE_BYTES / 2, nothing).text)
    expect(html).toContain('The reader is coming, 50 %.')
    expect(html).toContain('aria-valuenow="50"')
    expect(html).toContain('Cancel')
    const here = renderToStaticMarkup(runningFinding(null, nothing).text)
    expect(here).toContain('Being read')
    expect(here).not.toContain('progressbar')
  })
})
