import type { ReactNode } from 'react'
import { placeholderOf } from '#components/art/placeholder.ts'
import { contentKey } from '#components/art/work-address.ts'
import type { PictureView } from '#components/art/work-frame.tsx'
import type { ProgressView } from '#components/rounds/progress-frame.tsx'
import type { PictureProgress } from '#lib/generation/schema.ts'
import * as text from '#messages/studio/progress-views.ts'

/** What the page adds to frames: what can be done with a work that hangs, and with one that was turned away. */
export type FrameActs = {
  hung: (item: PictureProgress) => ReactNode
  turnedAway: (item: PictureProgress) => ReactNode
}

/** The file itself, fitted into a square: a work that does not hang has no renditions. */
function fileOf({ contentHash, title, index }: PictureProgress): PictureView | undefined {
  if (!contentHash) return undefined
  const alt = title ?? text.pictureOfBrief(index + 1)
  return { src: `/works/${contentKey(contentHash)}`, width: 640, height: 640, alt }
}

function renditionOf({ picture, title }: PictureProgress): PictureView | undefined {
  if (!picture) return undefined
  const { src320, src640, width, height, thumbhash } = picture
  return {
    src: src640,
    srcSet: `${src320} 320w, ${src640} 640w`,
    width,
    height,
    alt: title ?? '',
    placeholder: placeholderOf(thumbhash),
  }
}

function hungView(item: PictureProgress, slug: string, acts: FrameActs): ProgressView | null {
  const picture = renditionOf(item) ?? fileOf(item)
  if (!picture || !item.contentHash) return null
  const position = item.index + 1
  return {
    position,
    state: 'hung',
    picture,
    title: item.title ?? text.picture(position),
    line: `${item.moved ? `${text.moved(item.moved)} ` : ''}${text.gatesPassed(item.findings.length)}`,
    href: `/rounds/${slug}/works/${contentKey(item.contentHash)}`,
    acts: acts.hung(item),
  }
}

function turnedAwayView(item: PictureProgress, acts: FrameActs): ProgressView {
  const picture = fileOf(item)
  return {
    position: item.index + 1,
    state: 'refused',
    ...(picture && { picture }),
    finding: item.reason?.cause ?? text.noCause,
    ...(item.reason && { advice: item.reason.next }),
    action: acts.turnedAway(item),
  }
}

const pictureLine = (item: PictureProgress, position: number) =>
  item.try > 0 ? text.pictureTry(position, item.try + 1) : text.picture(position)

function viewOf(item: PictureProgress, slug: string, acts: FrameActs): ProgressView {
  const position = item.index + 1
  const line = item.reason?.cause ?? pictureLine(item, position)
  if (item.state === 'turned-away' || item.state === 'failed') return turnedAwayView(item, acts)
  if (item.state === 'queued') return { position, state: 'waiting', line }
  const hung = item.state === 'passed' ? hungView(item, slug, acts) : null
  return hung ?? { position, state: 'printing', line }
}

/** What the frames of a brief show. */
export function progressViews(
  items: readonly PictureProgress[],
  slug: string,
  acts: FrameActs,
): ProgressView[] {
  return items.map((item) => viewOf(item, slug, acts))
}
