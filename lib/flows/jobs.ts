/** Jobs of the queue. Each carries the id of a row and may come twice or never. */
export const JOBS = [
  'render',
  'admit',
  'number-candidates',
  'close-round',
  'anchor-head',
  'record-proofs',
  'know-holders',
  'pin',
] as const

export type JobName = (typeof JOBS)[number]
