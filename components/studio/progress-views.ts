import type { ProgressView } from '#components/rounds/progress-frame.tsx'
import type { BriefProgress, PictureProgress } from '#lib/generation/schema.ts'

const key = (contentHash: string) => contentHash.slice('sha256:'.length)

/** Frames are fitted into their cell, so the numbers only reserve a square until the file is here. */
const pictureOf = (contentHash: string, alt: string) => ({
  src: `/works/${key(contentHash)}`,
  width: 640,
  height: 640,
  alt,
})

function viewOf(item: PictureProgress, slug: string): ProgressView {
  const position = item.index + 1
  const picture = item.contentHash
    ? pictureOf(item.contentHash, item.title ?? `Work ${position} of this brief`)
    : undefined
  const line = `${item.provider}, seed ${item.seed}`
  switch (item.state) {
    case 'queued':
      return { position, state: 'waiting', line: item.reason?.cause ?? line }
    case 'rendering':
      return { position, state: 'printing', line: item.reason?.cause ?? line }
    case 'passed':
      return picture && item.contentHash
        ? {
            position,
            state: 'hung',
            picture,
            line: item.title ?? line,
            href: `/rounds/${slug}/works/${key(item.contentHash)}`,
          }
        : { position, state: 'printing', line }
    case 'turned-away':
    case 'failed':
      return {
        position,
        state: 'refused',
        ...(picture && { picture }),
        finding: item.reason?.cause ?? 'No cause was recorded.',
        ...(item.reason && { advice: item.reason.next }),
      }
  }
}

/** What the frames of a brief show. */
export function progressViews(progress: BriefProgress, slug: string): ProgressView[] {
  return progress.items.map((item) => viewOf(item, slug))
}
