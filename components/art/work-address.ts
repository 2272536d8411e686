import type { CandidateView } from '#lib/candidates/schema.ts'

/** The content of a work as addresses and the list's cursor have it. */
export const contentKey = (contentHash: string): string => contentHash.slice('sha256:'.length)

/** Before admission ends a work has no number and is addressed by its content. */
export const workKey = (work: Pick<CandidateView, 'number' | 'contentHash'>): string =>
  work.number === null ? contentKey(work.contentHash) : String(work.number)

export const workHref = (roundSlug: string, work: Pick<CandidateView, 'number' | 'contentHash'>): string =>
  `/rounds/${roundSlug}/works/${workKey(work)}`
