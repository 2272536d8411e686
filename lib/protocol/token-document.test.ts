import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'
import { resultHashOf } from './result.ts'
import { TOKEN_DOCUMENT_LIMIT, tokenBytes, tokenDigestOf, tokenDocument } from './token-document.ts'
import { sampleRound } from './verify/sample-round.ts'
import { workOf } from './winners.ts'

const { input, bundle } = await sampleRound()
const number = bundle.result.winners[0]?.number ?? 0
const { candidate, metadata } = workOf(input, number)
const document = tokenDocument(input.rules, candidate, metadata, bundle.result)

describe('tokenDocument', () => {
  test('has what a marketplace reads', () => {
    expect(document).toMatchObject({
      name: metadata.title,
      image: `ipfs://${candidate.contentCid}`,
      attributes: [
        { trait_type: 'Palette', value: metadata.traits[0]?.value },
        { trait_type: 'Round', value: 'Tidal studies' },
        { trait_type: 'Place', value: '1' },
      ],
    })
  })

  test('ties the picture to the result', () => {
    expect(document.provenance).toMatchObject({
      contentHash: candidate.contentHash,
      metadataHash: candidate.metadataHash,
      round: { rank: 1, candidate: number, resultHash: resultHashOf(bundle.result) },
    })
  })

  test('names no server, and nothing that is only known after the close', () => {
    const text = canonicalText(document)
    expect(text).not.toMatch(/https?:|tokenId|txHash|blockNumber/)
  })

  test('is another digest for any other word', () => {
    const other = tokenDocument(input.rules, candidate, { ...metadata, title: 'Other' }, bundle.result)
    expect(tokenDigestOf(other)).not.toBe(tokenDigestOf(document))
  })

  test('is refused for a work that won nothing, and for the metadata of another', () => {
    const loser = workOf(input, 1)
    const invalid = expect.objectContaining({ code: 'schema-invalid' })
    expect(() => tokenDocument(input.rules, loser.candidate, loser.metadata, bundle.result)).toThrow(invalid)
    expect(() => tokenDocument(input.rules, candidate, loser.metadata, bundle.result)).toThrow(invalid)
  })

  test('fits one chunk even with every field at its longest, and one that does not is refused', () => {
    const long = (length: number) => '\u{10FFFF}'.repeat(length / 2)
    const traits = Array.from({ length: 64 }, () => ({ name: long(64), value: long(128) }))
    const words = { ...metadata, title: long(120), description: long(2000), alt: long(1000), traits }
    const full = tokenDocument(input.rules, candidate, words, bundle.result)
    expect(tokenBytes(full).length).toBeLessThan(TOKEN_DOCUMENT_LIMIT / 4)
    const huge = { ...full, description: 'x'.repeat(TOKEN_DOCUMENT_LIMIT) }
    expect(() => tokenBytes(huge)).toThrow(expect.objectContaining({ code: 'bundle-too-large' }))
  })
})
