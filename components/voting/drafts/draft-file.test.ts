import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, EMPTY_DRAFT } from './decisions.ts'
import { draftDocument, draftTable, readDraftFile } from './draft-file.ts'
import { changesInWords } from './draft-words.ts'
import { someDraft } from './some-drafts.ts'
import { withFile } from './take-file.ts'

const ROUND = { roundId: '0xfe95', title: 'Two Inks', method: 'approval' }
const VOTER = '0xada'
const TITLES = [
  '=HYPERLINK("x")',
  'Harbour, "at night"',
  '+1',
  '@tide',
  'Zeile\nzwei',
  "'-apostrophe",
  ' plain ',
]
const WORKS = TITLES.map((title, index) => ({ number: index + 1, title, creator: `-maker ${index}` }))
const given = { works: WORKS, voter: VOTER }

const asJson = (draft: Parameters<typeof draftDocument>[0]) =>
  JSON.stringify(draftDocument(draft, { round: ROUND, ...given, savedAt: '2026-11-29T00:00:00Z' }), null, 2)

function fileOf(text: string) {
  const read = readDraftFile(text, ROUND.roundId)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.file
}

describe('a draft as a file', () => {
  it('comes back whole from JSON', () => {
    fc.assert(
      fc.property(someDraft(TITLES.length), (draft) => {
        expect(withFile(EMPTY_DRAFT, fileOf(asJson(draft)), given)).toEqual({ draft, leftOut: [] })
      }),
    )
  })

  it('comes back from a table but for note and duels', () => {
    fc.assert(
      fc.property(someDraft(TITLES.length), (draft) => {
        const file = fileOf(draftTable(draft, WORKS))
        expect(withFile(EMPTY_DRAFT, file, given)).toEqual({
          draft: { ...draft, note: '', duels: '' },
          leftOut: [],
        })
      }),
    )
  })

  it('takes nothing away that it does not speak of', () => {
    fc.assert(
      fc.property(someDraft(4), someDraft(4), (here, there) => {
        const { draft } = withFile(here, fileOf(asJson(there)), given)
        for (const { matter, after } of changesBetween(here, draft)) {
          expect(after).toBeDefined()
          if (matter === 'order') expect(String(after)).toMatch(new RegExp(`^${there.order.join('>')}`))
        }
      }),
    )
  })

  it('hands no title to a spreadsheet that calculates', () => {
    const table = draftTable({ ...EMPTY_DRAFT, picks: WORKS.map(({ number }) => number) }, WORKS)
    expect(table).not.toMatch(/(^|[,;\n\t])"?[=+\-@]/m)
  })

  it('names the works it brings that are not here, and leaves them out', () => {
    const table =
      'number,title,mark\n2,"Harbour, ""at night""",pick\n3,Another title,pick\n40,Far away,pass\n7,,pick'
    const { draft, leftOut } = withFile(EMPTY_DRAFT, fileOf(table), given)
    expect(draft).toEqual({ ...EMPTY_DRAFT, picks: [2, 7] })
    expect(leftOut).toEqual([
      '#3 “Another title”: that number is “+1” here.',
      '#40 “Far away”: it does not hang in this round.',
    ])
  })

  it('leaves the duels of another account to it', () => {
    const file = fileOf(asJson({ ...EMPTY_DRAFT, duels: 'lht' }))
    for (const voter of [null, '0xbob']) {
      const { draft, leftOut } = withFile(EMPTY_DRAFT, file, { works: WORKS, voter })
      expect([draft.duels, leftOut.length]).toEqual(['', 1])
    }
  })
})

describe('a file that is none', () => {
  const document = (change: object) =>
    JSON.stringify({ ...JSON.parse(asJson(EMPTY_DRAFT)), ...change }, null, 2)
  it.each([
    ['is empty', ' \n', ['draft-file-empty', '']],
    ['breaks off', '{\n  "format": "verso-draft",\n  "works": [}', ['draft-file-json', 'line 3']],
    ['is another list', '[1, 2]', ['draft-file-format', '']],
    ['is of another version', document({ version: 2 }), ['draft-file-format', '']],
    ['is of another round', document({ round: '0x00' }), ['draft-file-round', '']],
    [
      'has a work without number',
      document({ works: [{ number: 1 }, {}] }),
      ['draft-file-row', 'work 2 of its list'],
    ],
    ['has no object for a work', document({ works: [7] }), ['draft-file-row', 'work 1 of its list']],
    ['has odd duels', document({ duels: { voter: VOTER, answers: 'lx' } }), ['draft-file-row', 'duels']],
    ['has a table without numbers', 'title,mark\nA,pick', ['draft-file-columns', 'line 1']],
    ['leaves a quote open', 'number,title\n1,"A', ['draft-file-quote', 'line 2']],
    ['has an odd number', 'number,mark\n1,pick\n1.5,pick', ['draft-file-row', 'line 3']],
    ['has an odd mark', 'number,mark\n1,maybe', ['draft-file-row', 'line 2']],
    ['has six stars', 'number,rating\n1,6', ['draft-file-row', 'line 2']],
    ['has a value of none', 'number,value\n1,0', ['draft-file-row', 'line 2']],
    ['has a rank below', 'number,rank\n1,-1', ['draft-file-row', 'line 2']],
    ['chooses by maybe', 'number,chosen\n1,no idea', ['draft-file-row', 'line 2']],
    ['names a work twice', 'number,mark\n1,pick\n1,pass', ['draft-file-twice', 'line 3']],
    ['gives a rank twice', 'number,rank\n1,1\n2,1', ['draft-file-twice', 'line 3']],
  ])('when it %s says so, and where', (_, text, [code, at]) => {
    const read = readDraftFile(text, ROUND.roundId)
    expect(read).toMatchObject({ ok: false, faults: [{ code, at }] })
  })

  it('says all that is wrong at once', () => {
    const read = readDraftFile('number,mark\n0,pick\n2,pick\n3,no', ROUND.roundId)
    expect(read.ok ? [] : read.faults.map(({ at }) => at)).toEqual(['line 2', 'line 4'])
  })

  it('never breaks this page', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"format":"verso-draft","works":${json}}`),
    )
    fc.assert(
      fc.property(any, (text) => void expect(readDraftFile(text, ROUND.roundId)).toHaveProperty('ok')),
    )
  })
})

it('says in words what changes', () => {
  const before = { ...EMPTY_DRAFT, picks: [1], note: 'ink' }
  const after = {
    ...EMPTY_DRAFT,
    picks: [2, 3],
    passes: [4],
    values: [[2, 50]] as [number, number][],
    order: [3, 2],
  }
  expect(changesInWords(changesBetween(before, after))).toBe(
    '2 picks, 1 pass, 1 mark taken off, 1 value, the ranking and the note',
  )
})
