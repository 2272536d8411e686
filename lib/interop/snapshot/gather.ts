import { JsonNumber, parseWithSource, plainOf } from './json-source.ts'
import { type Proposal, parseProposal } from './schema.ts'
import { SnapshotError } from './snapshot-error.ts'

export type GivenFile = { name: string; text: string }

/** What the files say, put together: one proposal, and the pages of its votes in the order of the files. */
export type Gathered = { proposal: Proposal; votes: unknown[]; refusals: string[] }

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)

const isProposal = (value: Fields) => 'choices' in value && 'type' in value && !('voter' in value)

type Part = { proposals: Fields[]; votes: unknown[]; refusals: string[] }

/** GraphQL answers `{data: {proposal, votes}}`; people save what is in it, or only the list. */
function partOf(value: unknown): Part {
  if (Array.isArray(value)) return { proposals: [], votes: value, refusals: [] }
  if (!isObject(value)) return { proposals: [], votes: [], refusals: [] }
  const data = isObject(value.data) ? value.data : value
  const refusals = Array.isArray(value.errors)
    ? value.errors.map((error) => (isObject(error) ? String(error.message) : 'an error without words'))
    : []
  if (isProposal(data)) return { proposals: [data], votes: [], refusals }
  return {
    proposals: isObject(data.proposal) ? [data.proposal] : [],
    votes: Array.isArray(data.votes) ? data.votes : [],
    refusals,
  }
}

const isSame = (a: Fields, b: Fields) => JSON.stringify(plainOf(a)) === JSON.stringify(plainOf(b))

/**
 * Reads files as GraphQL answered them: together or apart, votes in several pages.
 * @throws SnapshotError `not-json` with the file's name, `no-proposal`, `two-proposals`, `proposal-malformed`
 */
export function gather(files: readonly GivenFile[]): Gathered {
  const parts = files.map(({ name, text }) => {
    try {
      return partOf(parseWithSource(text))
    } catch (cause) {
      if (cause instanceof SnapshotError)
        throw new SnapshotError(cause.code, `${name}: ${cause.message}`, name)
      throw cause
    }
  })
  const proposals = parts.flatMap((part) => part.proposals)
  const [first] = proposals
  const refusals = parts.flatMap((part) => part.refusals)
  if (!first)
    throw new SnapshotError('no-proposal', refusals[0] ?? 'no proposal in what was given', refusals[0])
  if (proposals.some((other) => !isSame(other, first)))
    throw new SnapshotError('two-proposals', 'the files hold two proposals, or two states of one')
  return { proposal: parseProposal(first), votes: parts.flatMap((part) => part.votes), refusals }
}
