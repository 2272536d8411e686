import type { DraftAnswer } from '#lib/ballots/drafts/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { problemOf } from '#lib/platform/problem.ts'
import type { Kept } from './keep-draft.ts'

/** Bytes of a request that keeps a draft. */
export const MAX_DRAFT_BODY = 262_144

/** Nobody between may keep what only its owner may see. */
const PRIVATE = { 'cache-control': 'no-store' }

export function answerDraft(stored: DraftAnswer): Response {
  return Response.json(stored, { headers: PRIVATE })
}

/** With a stale draft goes what is kept, so that the page can put both together. */
export function answerKept({ kind, stored }: Kept): Response {
  if (kind === 'kept') return answerDraft(stored)
  const problem = problemOf(new AppError('draft-stale'))
  const headers = { ...PRIVATE, 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ ...problem, stored }), { status: problem.status, headers })
}
