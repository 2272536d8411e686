import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ballotPostSchema, ballotSchema } from '#lib/protocol/ballot.ts'
import { briefSchema } from '#lib/protocol/brief.ts'
import { unzipBundle } from '#lib/protocol/bundle-zip.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import { candidateSchema, metadataSchema } from '#lib/protocol/candidates.ts'
import { parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { schemaFiles } from '#lib/protocol/published-schemas.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import { resultSchema } from '#lib/protocol/result.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { tokenDocumentSchema } from '#lib/protocol/token-document.ts'

type Case = { name: string; in: unknown; out?: unknown; code?: string }

const read = (name: string) => readFileSync(new URL(`../../docs/vectors/${name}`, import.meta.url))
const vectors = (name: string): Case[] => JSON.parse(read(`${name}.json`).toString())

/** An implementation that shares nothing with ours. Strict: a keyword that it does not know is an error. */
const validators = new Map(
  schemaFiles().map(({ name, bytes }) => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true })
    return [name, ajv.compile(parseCanonical(bytes) as object)]
  }),
)
const accepts = (name: string, value: unknown): boolean => validators.get(name)?.(value) === true

const recipe: Recipe = {
  template: { id: 'brief', version: '1', text: 'Water seen from above' },
  traits: [{ name: 'Palette', value: 'Cold' }],
  seed: '48213',
  model: { id: 'verso/artist', version: '2', weightsHash: null },
  loras: [{ id: 'ink', version: '2', weightsHash: fileHashOf(utf8('ink')), scalePermille: 800 }],
  parameters: { steps: 28, guidance: '3.5' },
  inputs: [{ role: 'reference', sha256: fileHashOf(utf8('reference')) }],
  parents: [fileHashOf(utf8('parent'))],
  licence: 'CC0-1.0',
  brief: `0x${'ab'.repeat(32)}`,
  width: 1024,
  height: 1024,
}

/** Every record of the rounds among the vectors, by the schema it belongs to. */
function recordsOf(archive: string): [name: string, record: unknown][] {
  return [...unzipBundle(read(archive))].flatMap(([path, bytes]): [string, unknown][] => {
    const lines = (name: string) => parseJsonLines(bytes).map((row): [string, unknown] => [name, row])
    if (path === 'rules.json') return [['rules', parseCanonical(bytes)]]
    if (path === 'result.json') return [['result', parseCanonical(bytes)]]
    if (path.startsWith('tokens/')) return [['token', parseCanonical(bytes)]]
    if (path === 'candidates.jsonl') return lines('candidate')
    if (path === 'metadata.jsonl') return lines('metadata')
    if (!path.startsWith('log/')) return []
    return lines('leaf').map(([, leaf]) => ['ballot', (leaf as { ballot: unknown }).ballot])
  })
}

const posts = vectors('ballots').map((one): Case => ({ ...one, in: (one.in as { post: unknown }).post }))

const records: [name: string, record: unknown][] = [
  ...['round.zip', 'recorded.zip', 'wallets.zip'].flatMap(recordsOf),
  ...vectors('digests')
    .filter(({ name }) => name === 'Ballot' || name === 'Brief')
    .map((one): [string, unknown] => [one.name.toLowerCase(), (one.in as { message: unknown }).message]),
  ['ballot-post', posts[0]?.in],
  ['recipe', recipe],
]

describe('the published schemas, read by another implementation', () => {
  it('take every record of the rounds among the vectors', () => {
    const seen = new Set(records.map(([name]) => name))
    expect([...seen].toSorted()).toEqual([...validators.keys()].toSorted())
    expect(records.filter(([name, record]) => !accepts(name, record))).toEqual([])
  })

  it.each([
    ['rules', vectors('rules')],
    ['ballot-post', posts],
  ] as const)('take %s that are in order', (name, cases) => {
    const good = cases.filter(({ code }) => code === undefined)
    expect(good.length).toBeGreaterThan(4)
    expect(good.filter((one) => !accepts(name, one.in)).map((one) => one.name)).toEqual([])
  })

  it.each([
    ['rules', vectors('rules'), ['signing elsewhere only', 'a sale without an address']],
    ['ballot-post', posts, ['a sequence beyond uint64']],
  ] as const)('refuse %s of another shape, but for what a schema cannot say', (name, cases, beyond) => {
    const misshapen = cases.filter(({ code }) => code === 'schema-invalid')
    expect(misshapen.length).toBeGreaterThan(beyond.length)
    expect(misshapen.filter((one) => accepts(name, one.in)).map((one) => one.name)).toEqual(beyond)
  })
})

const SHAPES: Record<string, z.ZodType> = {
  recipe: recipeSchema,
  token: tokenDocumentSchema,
  rules: rulesSchema,
  brief: briefSchema,
  ballot: ballotSchema,
  'ballot-post': ballotPostSchema,
  candidate: candidateSchema,
  metadata: metadataSchema,
  result: resultSchema,
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Path = (string | number)[]

/** Where a value can be changed: itself, and everything in it. */
function placesOf(value: Json): Path[] {
  if (value === null || typeof value !== 'object') return [[]]
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner).map((path) => [key, ...path])),
  ]
}

function changed(value: Json, [key, ...path]: Path, into: Json | undefined): Json | undefined {
  if (key === undefined || value === null || typeof value !== 'object') return into
  const inner = changed((value as Record<string, Json>)[key] ?? null, path, into)
  if (Array.isArray(value)) return value.flatMap((item, at) => (at !== Number(key) ? [item] : (inner ?? [])))
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  return inner === undefined ? rest : { ...rest, [key]: inner }
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value)

const ODD: (Json | undefined)[] = [
  ...[undefined, null, true, 0, 1, -1, 1.5, 1e21, 2 ** 53, 2 ** 32, [], {}, { __proto__: null, a: 1 }],
  ...['', '0', '01', '7', '1.5', '9'.repeat(79), 'Verso', 'a\n', 'x'.repeat(41)],
  ...[`0x${'AB'.repeat(20)}`, `0x${'ab'.repeat(32)}`, `0x${'ab'.repeat(32)}\n`, `sha256:${'ab'.repeat(32)}`],
]

describe('a schema and the parser of the same record', () => {
  const judged = (name: string, value: Json) => [
    accepts(name, value),
    SHAPES[name]?.safeParse(value).success === true,
  ]
  const givenFor = (name: string) => records.filter(([of]) => of === name).map(([, record]) => record as Json)

  it.each(Object.keys(SHAPES))('judge the same of %s with an odd value anywhere', (name) => {
    const outcomes = new Set<boolean | undefined>()
    for (const record of givenFor(name).slice(0, 12))
      for (const place of placesOf(record))
        for (const into of ODD) {
          const other = changed(record, place, into)
          if (other === undefined) continue
          const [schema, parser] = judged(name, other)
          outcomes.add(parser)
          if (schema !== parser) expect.fail(`${JSON.stringify({ place, into })}: ${schema}, not ${parser}`)
        }
    expect(outcomes.size).toBe(2)
  })

  it.each(Object.keys(SHAPES))('judge the same of %s with any text anywhere', (name) => {
    const changes = fc
      .constantFrom(...givenFor(name))
      .chain((record) => fc.tuple(fc.constant(record), fc.constantFrom(...placesOf(record))))
    const text = fc.string({ unit: 'binary', maxLength: 130 })
    fc.assert(
      fc.property(changes, text, ([record, place], into) => {
        const [schema, parser] = judged(name, changed(record, place, into) ?? null)
        expect(schema).toBe(parser)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the files', () => {
  it.each(Object.entries(SHAPES))('name each refinement of %s where it stands', (_, shape) => {
    const refined: Path[] = []
    const schema = z.toJSONSchema(shape, {
      override: ({ zodSchema, path }) => {
        if (zodSchema._zod.def.checks?.some((check) => check._zod.def.check === 'custom')) refined.push(path)
      },
    })
    const silent = refined.filter((path) => {
      const said = at(schema, path) as { description?: string; not?: object }
      return said.description === undefined && said.not === undefined
    })
    expect(silent).toEqual([])
  })

  it('say what no schema can, and are the same on every instance', () => {
    for (const { name, path, bytes } of schemaFiles()) {
      const schema = parseCanonical(bytes) as Record<string, string>
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: path })
      expect(schema.description, name).toMatch(/What no schema says: .*RFC 8785/)
      expect(JSON.stringify(schema)).not.toMatch(/localhost|https?:\/\/(?!json-schema\.org)/)
    }
  })

  it('stay as they were published: another shape is another version', () => {
    const published = schemaFiles().map(({ path, sha256 }) => [path, sha256.slice(7, 23)])
    expect(Object.fromEntries(published)).toEqual({
      '/schemas/ballot-1.json': 'e4d237595347e520',
      '/schemas/ballot-post-1.json': '15c51851dc21bfa0',
      '/schemas/brief-1.json': '77b2e5bb3ae2b1e1',
      '/schemas/candidate-1.json': 'a80eddc8c71fa131',
      '/schemas/metadata-1.json': '3c79e9007dd847de',
      '/schemas/recipe-1.json': 'f5e2bf2d664c4df0',
      '/schemas/result-1.json': '9d0d0c27b8be7a06',
      '/schemas/rules-1.json': 'f02a0b4056a32a64',
      '/schemas/token-1.json': '917d92e7734fb4f8',
    })
  })
})
