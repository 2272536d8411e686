import type { CandidateView } from '#lib/candidates/schema.ts'

/** Before admission ends a work has no number and is addressed by its content. */
export const workKey = (work: Pick<CandidateView, 'number' | 'contentHash'>): string =>
  work.number === null ? work.contentHash.slice('sha256:'.length) : String(work.number)

export const workHref = (roundSlug: string, work: Pick<CandidateView, 'number' | 'contentHash'>): string =>
  `/rounds/${roundSlug}/works/${workKey(work)}`
