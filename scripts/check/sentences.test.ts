import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { config, locales, z } from 'zod'
import type { Files } from '#lib/protocol/bundle.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { inEnglish, type Said, said } from '#lib/protocol/said.ts'
import { REFUSAL_TEXTS, type Text } from '#lib/protocol/sentences.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { sampleMutants } from '#lib/protocol/verify/sample-mutants.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { REPORT_TEXTS } from '#lib/protocol/verify/sentences.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import type * as English from '#messages/protocol/say.ts'
import type * as EnglishWords from '#messages/provenance/file-words.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Read by their places: the alias leads to English here. */
const { say }: typeof English = await import(join(ROOT, 'messages/de/protocol/say.ts'))
const { trusted }: typeof EnglishWords = await import(join(ROOT, 'messages/de/provenance/file-words.ts'))
// It sets the language of zod, which the rest of this file has to have in English.
const inGerman = { ...z.config() }
config(locales.en())
afterAll(() => config(locales.en()))

const round = await sampleRound()
const chain = sampleReader(round)

const texts: readonly Text[] = [...REFUSAL_TEXTS, ...REPORT_TEXTS]
/** Nothing of these is English: only values, and what stands between them. */
const NEUTRAL: readonly Text[] = ['{fault}', '{where}: {issue}', '{account}, {field}: {fault}']

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()

/** A text with a mark in the place of each value. */
const marked = (text: Text): Said => ({
  text,
  values: Object.fromEntries(namesIn(text).map((name) => [name, `‹${name}›`])),
})
const marksIn = (text: string) => [...text.matchAll(/‹(\w+)›/g)].map(([, name = '']) => name).toSorted()

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/\.test\.ts$|^sentences\.ts$/.test(name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
}

describe('a sentence', () => {
  it('is said in English with its values, a list with commas and a sentence within it', () => {
    expect(
      inEnglish(said('cannot be checked without {files}', { files: [said('round id'), said('log')] })),
    ).toBe('cannot be checked without round id, log')
    expect(inEnglish(said('line {line}: {fault}', { line: 3n, fault: said('not JSON') }))).toBe(
      'line 3: not JSON',
    )
  })
  it('keeps a value as it is, also one that looks like a place for another', () => {
    const account = '{field} $& $1'
    expect(inEnglish(said('{account} stands twice', { account }))).toBe(`${account} stands twice`)
  })
  it.each(texts)('%s: in German too, with the same values', (text) => {
    const german = say(marked(text))
    expect(marksIn(german)).toEqual(namesIn(text))
    if (!NEUTRAL.includes(text)) expect(german).not.toBe(inEnglish(marked(text)))
  })
  it('stands in the list only while something says it, and once', () => {
    const sources = [...sourcesBelow('lib'), ...sourcesBelow('scripts')].join('\n')
    expect(texts.filter((text) => !sources.includes(text.replaceAll('\\', '\\\\')))).toEqual([])
    expect(texts.length).toBe(new Set(texts).size)
  })
})

describe('what is still trusted', () => {
  it.each([true, false])(
    'names no option of the command line on a page, with fields: %s',
    async (hasFields) => {
      const { trust } = await verifyBundle(round.files, { say })
      const words = trust.map((sentence) => trusted(sentence, hasFields)).join(' ')
      expect(trust.join(' ')).toContain('--rpc')
      expect(words).not.toContain('--')
      expect(words.match(/ oben/g)).toHaveLength(hasFields ? 3 : 1)
    },
  )
})

describe('what zod says of a value', () => {
  const faultIn = (language: Parameters<typeof config>[0]): string => {
    config(language)
    try {
      parseShape(z.strictObject({ size: z.int() }), { size: 'x' }, 'head')
    } catch (error) {
      if (error instanceof ProtocolError) return say(error.said)
    } finally {
      config(locales.en())
    }
    return ''
  }
  it('is German once something is to be said in German', () => {
    expect(faultIn(inGerman)).toBe('head.size: Ungültige Eingabe: erwartet Zahl, erhalten string')
  })
})

/** Long enough to be no word of both languages, and without the places of values. */
const phrases = texts.flatMap((text) => text.split(/\{\w+\}/)).filter((part) => part.trim().length >= 12)

const sentencesOf = ({ checks, trust }: Report) => [
  ...trust,
  ...checks.flatMap(({ summary, findings }) => [summary, ...findings.map(({ message }) => message)]),
]

describe('a schema of the protocol', () => {
  it('refuses in words that are in the list', () => {
    const refusals = sourcesBelow('lib/protocol').flatMap((source) => [
      ...source.matchAll(/\.refine\([^;]*?'([^']{9,})'\)/gs),
    ])
    const words = refusals.map(([, text]) => text)
    expect(words.length).toBeGreaterThan(4)
    expect(words.filter((text) => !texts.some((one) => one === text))).toEqual([])
  })
})

describe('a report in German', () => {
  const bundles: [string, Files][] = [
    ['an honest bundle', round.files],
    ['no bundle', new Map()],
    ...sampleMutants(round, 60).map(({ name, files }): [string, Files] => [name, files]),
  ]
  it.each(bundles)('of %s says the same, and nothing in English', async (_name, files) => {
    for (const options of [{}, { chain }]) {
      const [english, german] = [
        await verifyBundle(files, options),
        await verifyBundle(files, { ...options, say }),
      ]
      const spoken = sentencesOf(german)
      expect(spoken).toHaveLength(sentencesOf(english).length)
      expect(spoken.filter((sentence) => phrases.some((phrase) => sentence.includes(phrase)))).toEqual([])
      expect(german.checks.map(({ colour }) => colour)).toEqual(english.checks.map(({ colour }) => colour))
    }
  })
})
