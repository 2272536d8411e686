import type { z } from 'zod'
import { requireSession } from './cookies.ts'
import { logger } from './logger.ts'
import { problemOf } from './problem.ts'
import type { SessionView } from './session.ts'

/** What a form gets back: its values are kept by the form, errors come by field. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; title: string; next: string; fields: Record<string, string> }

/** A server action: parse, know who acts, one call, one typed answer. Never throws to the page. */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>, session: SessionView) => Promise<T>,
): (input: unknown) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const session = await requireSession()
      return { ok: true, value: await run(schema.parse(input), session) }
    } catch (error) {
      const problem = problemOf(error)
      if (problem.status >= 500) logger().error({ err: error }, 'action failed')
      return {
        ok: false,
        code: problem.code,
        title: problem.detail ?? problem.title,
        next: problem.next,
        fields: problem.fields ?? {},
      }
    }
  }
}
