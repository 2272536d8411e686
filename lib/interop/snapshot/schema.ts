import { z } from 'zod'
import { JsonNumber } from './json-source.ts'
import { SnapshotError } from './snapshot-error.ts'

/** More than any proposal has; a longer list is no proposal but a mistake. */
const MAX_CHOICES = 10_000

const number = z.instanceof(JsonNumber)
const wholeNumber = number
  .transform(({ source }) => Number(source))
  .refine((value) => Number.isSafeInteger(value))
  .nullable()
  .catch(null)
const text = z.string().nullable().catch(null)

/** `proposal` of Snapshot's GraphQL. Only its type and its choices have to be there; what else is not right is absent. */
const proposalSchema = z.object({
  type: z.string(),
  choices: z.array(z.string()).min(1).max(MAX_CHOICES),
  id: text,
  title: text,
  start: wholeNumber,
  end: wholeNumber,
  state: text,
  author: text,
  space: z.object({ id: z.string() }).nullable().catch(null),
  snapshot: z
    .union([z.string(), number.transform(({ source }) => source)])
    .nullable()
    .catch(null),
  votes: wholeNumber,
  scores: z.array(number).nullable().catch(null),
  scores_total: number.nullable().catch(null),
})
export type Proposal = z.infer<typeof proposalSchema>

/** One of `votes`, as it came: choice and power are judged later, each by what it says. */
const voteSchema = z.object({
  id: text,
  voter: text,
  created: wholeNumber,
  choice: z.unknown().optional(),
  vp: z.unknown().optional(),
  vp_state: text,
})
export type Vote = z.infer<typeof voteSchema>

/** @throws SnapshotError `proposal-malformed` */
export function parseProposal(value: unknown): Proposal {
  const parsed = proposalSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = `proposal.${issue?.path.join('.')}`
  throw new SnapshotError('proposal-malformed', `${field}: ${issue?.message}`, field)
}

/** A row of the list of votes; null for one that is no object. */
export function parseVote(value: unknown): Vote | null {
  return value instanceof JsonNumber ? null : (voteSchema.safeParse(value).data ?? null)
}
