import type { z } from 'zod'
import { type ProtocolCode, ProtocolError } from './errors.ts'

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
  throw new ProtocolError(code, `${where}: ${issue?.message ?? 'not of the expected shape'}`)
}
