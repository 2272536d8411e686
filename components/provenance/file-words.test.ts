import { describe, expect, it } from 'vitest'
import type { CheckId } from '#lib/protocol/verify/report.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { trusted } from '#messages/provenance/file-words.ts'
import { capital, checkTitle, contractWalletWords, isNoBundle, placeOf, progressWords } from './file-words.ts'

const begun: CheckId[] = []
const report = await verifyBundle((await sampleRound()).files, { progress: (id) => begun.push(id) })

describe('the words of a check', () => {
  it('leave no option of the command line on the page', () => {
    for (const hasFields of [true, false]) {
      const words = report.trust.map((sentence) => trusted(sentence, hasFields)).join(' ')
      expect(words).not.toContain('--')
      expect(words.includes('above')).toBe(true)
    }
  })
  it('go forward from stage to stage and end full', () => {
    const shares = [
      progressWords({ kind: 'unpacking' }),
      ...begun.filter((id) => id !== '0').map((check) => progressWords({ kind: 'checking', check })),
    ].map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(progressWords({ kind: 'reading', bytes: 1, total: 4 })).toEqual({
      text: 'Reading the file',
      share: 0.25,
    })
  })
  it('call each check what the verifier calls it', () => {
    expect(report.checks.map(checkTitle)).toEqual(report.checks.map(({ title }) => capital(title)))
  })
  it('name file, line and field', () => {
    const finding = { colour: 'red', code: 'x', message: 'y' } as const
    expect(placeOf({ ...finding, file: 'log/000000.jsonl', line: 4, field: 'acceptedAt' })).toBe(
      'log/000000.jsonl, line 4, acceptedAt',
    )
    expect(placeOf({ ...finding, file: null, line: null, field: null })).toBe('')
  })
  it('tell a record from what is none', async () => {
    expect(isNoBundle(report)).toBe(false)
    expect(isNoBundle(await verifyBundle(new Map()))).toBe(true)
  })
  it('say how many contract wallets there are', () => {
    expect(contractWalletWords(report.contractWallets)).toMatch(/^No ballot/)
    expect(contractWalletWords({ ballots: 2, power: '1200', winnersChange: true })).toBe(
      '2 ballots of contract wallets, 1,200 votes, rest on recorded answers. Without them other works would win.',
    )
  })
})
