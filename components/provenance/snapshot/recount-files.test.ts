import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { statement } from '#messages/provenance/snapshot/snapshot-words.ts'
import { recountFiles } from './recount-files.ts'
import { verdictText, winnerText } from './snapshot-words.ts'

const sample = (name: string) =>
  new File([readFileSync(new URL(`../../../docs/snapshot/${name}.json`, import.meta.url))], `${name}.json`)

async function recounted(...files: File[]) {
  const told: string[] = []
  const result = await recountFiles({ files }, (at) => told.push(at))
  return { told, result }
}

it('counts files and says where it is', async () => {
  const { told, result } = await recounted(sample('ranked-circle'))
  expect(told).toEqual(['reading', 'counting'])
  if (result.kind !== 'counted') throw new Error(result.code)
  const { report } = result
  expect(statement[report.verdict.kind]).toBe('The published scores are what its own count gives.')
  expect(verdictText(report)).toBe('To the last bit, with the votes added in the order given.')
  expect(winnerText(report)).toBe(
    '“Two inks” as published and by its own count, “Night ferry” by the exact one.',
  )
})

it('one winner is named once', async () => {
  const { result } = await recounted(sample('weighted-clean'))
  expect(result.kind === 'counted' && winnerText(result.report)).toBe('“Weather” in every count.')
})

it.each([
  ['two-proposals', [sample('ranked-circle'), sample('tie-by-place')]],
  ['not-json', [new File(['Dear hub'], 'letter.json')]],
  ['no-proposal', [new File(['[]'], 'votes.json')]],
])('refuses with %s, in words', async (code, files) => {
  const { result } = await recounted(...files)
  expect(result).toMatchObject({ kind: 'refused', code })
})

it('a file that cannot be read is said', async () => {
  const gone = new File([], 'gone.json')
  gone.text = () => Promise.reject(new DOMException('moved', 'NotFoundError'))
  expect((await recounted(gone)).result).toMatchObject({ kind: 'refused', code: 'file-unreadable' })
})
