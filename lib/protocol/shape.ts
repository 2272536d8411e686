import type { z } from 'zod'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import { said, type Value } from './said.ts'
import type { Text } from './sentences.ts'

/**
 * Parses a value against a schema; the message names the first field at fault.
 * @param what name of the thing for the message, as in "rules"
 * @throws ProtocolError with `code`, `schema-invalid` unless another is given
 */
export function parseShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
  what: string,
  code: ProtocolCode = 'schema-invalid',
): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue && issue.path.length > 0 ? `${what}.${issue.path.map(String).join('.')}` : what
  throw new ProtocolError(code, '{where}: {issue}', { where, issue: issueOf(issue) })
}

/** A schema that refuses in words of its own gives a text; what zod says, it says in the language it is set to. */
function issueOf(issue: z.core.$ZodIssue | undefined): Value {
  if (!issue) return said('not of the expected shape')
  return issue.code === 'custom' ? { text: issue.message as Text, values: {} } : issue.message
}
