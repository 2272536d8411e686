import { z } from 'zod'
import { ballotPostSchema, ballotSchema } from './ballot.ts'
import { briefSchema } from './brief.ts'
import { fileHashOf } from './bytes.ts'
import { candidateSchema, metadataSchema } from './candidates.ts'
import { canonicalBytes } from './canonical.ts'
import type { FileHash } from './primitives.ts'
import { recipeSchema } from './recipe.ts'
import { resultSchema } from './result.ts'
import { rulesSchema } from './rules.ts'
import { tokenDocumentSchema } from './token-document.ts'

type Published = {
  name: string
  /** Of the record's shape; another shape is another number, and this one stays as it is. */
  version: number
  about: string
  shape: z.ZodType
  /** What the protocol asks besides, and JSON Schema cannot say. */
  besides: readonly string[]
}

/** What holds for every record. */
const ALWAYS = [
  'text is in normalisation form C, without U+0000, U+FEFF and lone surrogates',
  'a file is the RFC 8785 spelling of its record',
]

const PUBLISHED: readonly Published[] = [
  {
    name: 'recipe',
    version: 1,
    about: 'Everything that determines one generated file.',
    shape: recipeSchema,
    besides: [],
  },
  {
    name: 'token',
    version: 1,
    about: 'token.json of a winner: ERC-721 metadata, and the provenance behind it.',
    shape: tokenDocumentSchema,
    besides: ['at most 262,144 bytes', 'every field follows from rules, candidate, metadata and result'],
  },
  {
    name: 'rules',
    version: 1,
    about: 'rules.json of a round, frozen before submissions open.',
    shape: rulesSchema,
    besides: [
      'submissionsOpenAt < submissionsCloseAt < opensAt < closesAt, and snapshotAt is not after opensAt',
      'challengeSeconds is at least 86,400 but on chain 31337',
      'times of a strategy ascend and lie before the snapshot',
      'no source of power counts twice',
      'algorithms.tally is the one of the method, and limits are those of the method',
      'single has maxChoices 1, ranked at most 200 candidates',
      'the home chain is among signingChains',
      'recipient.address is set for a sale, and null otherwise',
    ],
  },
  {
    name: 'brief',
    version: 1,
    about: 'What a creator signs (EIP-712 type Brief).',
    shape: briefSchema,
    besides: [
      'deadline is below 2^64',
      'promptHash is that of the prompt',
      'round, licence, parent and deadline are taken by the round',
    ],
  },
  {
    name: 'ballot',
    version: 1,
    about: 'What a voter signs (EIP-712 type Ballot).',
    shape: ballotSchema,
    besides: [
      'issuedAt, sequence and validUntil are below 2^64',
      'note has at most 500 bytes; agent is empty or a name of at most 64 letters',
      'round, candidates, method, choices, times and sequence are judged by the round',
    ],
  },
  {
    name: 'ballot-post',
    version: 1,
    about: 'What is sent to a round to vote.',
    shape: ballotPostSchema,
    besides: ['what holds for a ballot', 'text holds the choices where the signed ones name them by hash'],
  },
  {
    name: 'candidate',
    version: 1,
    about: 'One line of candidates.jsonl.',
    shape: candidateSchema,
    besides: ['numbers are those of the hash order'],
  },
  {
    name: 'metadata',
    version: 1,
    about: 'One line of metadata.jsonl.',
    shape: metadataSchema,
    besides: ['metadataHash of the candidate covers it without its number'],
  },
  {
    name: 'result',
    version: 1,
    about: 'result.json: what the tally says, and the hash of every file that it was made from.',
    shape: resultSchema,
    besides: ['it is what a recount of the bundle gives', 'tieSeed.blockNumber is below 2^64'],
  },
]

/** A schema as it is served: canonical JSON under its own name. */
export type SchemaFile = { name: string; version: number; path: string; sha256: FileHash; bytes: Uint8Array }

/**
 * A record's shape as JSON Schema 2020-12. The id is a path, which resolves against the place that it was read
 * from: the same bytes on every instance, so that they can be compared, and kept when an instance moves.
 */
function fileOf({ name, version, about, shape, besides }: Published): SchemaFile {
  const path = `/schemas/${name}-${version}.json`
  const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  const bytes = canonicalBytes({
    $schema,
    $id: path,
    title: `Verso ${name}, version ${version}`,
    description: `${about} What no schema says: ${[...besides, ...ALWAYS].join('; ')}.`,
    ...rest,
  })
  return { name, version, path, sha256: fileHashOf(bytes), bytes }
}

let files: readonly SchemaFile[] | undefined

/** Every published schema. */
export function schemaFiles(): readonly SchemaFile[] {
  files ??= PUBLISHED.map(fileOf)
  return files
}
