import type { ReactNode } from 'react'
import { copySet } from '#components/art/copy-width.ts'
import { placeholderOf } from '#components/art/placeholder.ts'
import { contentKey } from '#components/art/work-address.ts'
import type { PictureView } from '#components/art/work-frame.tsx'
import type { ProgressView } from '#components/rounds/progress-frame.tsx'
import { ANY_PROVIDER, type PictureProgress } from '#lib/generation/schema.ts'
import * as text from '#messages/studio/progress-views.ts'
import { providerShort } from './provider-words.ts'

/** What the page adds to frames: what can be done with a work that hangs, and with one that was turned away. */
export type FrameActs = {
  hung: (item: PictureProgress) => ReactNode
  turnedAway: (item: PictureProgress) => ReactNode
}

type Told = {
  slug: string
  acts: FrameActs
  /** The brief left its maker to the round: each work says who it became. */
  routed: boolean
}

/** The file itself, fitted into a square: a work that does not hang has no renditions. */
function fileOf({ contentHash, title, index }: PictureProgress): PictureView | undefined {
  if (!contentHash) return undefined
  const alt = title ?? text.pictureOfBrief(index + 1)
  return { src: `/works/${contentKey(contentHash)}`, width: 640, height: 640, alt }
}

function renditionOf({ picture, title }: PictureProgress): PictureView | undefined {
  if (!picture) return undefined
  const { src640, width, height, thumbhash } = picture
  return {
    src: src640,
    srcSet: copySet(picture, picture),
    width,
    height,
    alt: title ?? '',
    placeholder: placeholderOf(thumbhash),
  }
}

function hungLine({ moved, provider, findings }: PictureProgress, routed: boolean): string {
  const parts = [
    ...(moved ? [text.moved(moved)] : []),
    ...(routed ? [text.madeBy(providerShort(provider))] : []),
    text.gatesPassed(findings.length),
  ]
  return parts.join(' ')
}

function hungView(item: PictureProgress, { slug, acts, routed }: Told): ProgressView | null {
  const picture = renditionOf(item) ?? fileOf(item)
  if (!picture || !item.contentHash) return null
  const position = item.index + 1
  return {
    position,
    state: 'hung',
    picture,
    title: item.title ?? text.picture(position),
    line: hungLine(item, routed),
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

/** Under way: with whom, once that is known. */
const printingLine = (item: PictureProgress, line: string) =>
  item.state === 'rendering' && item.provider !== ANY_PROVIDER
    ? text.at(line, providerShort(item.provider))
    : line

function viewOf(item: PictureProgress, told: Told): ProgressView {
  const position = item.index + 1
  const line = item.reason?.cause ?? pictureLine(item, position)
  if (item.state === 'turned-away' || item.state === 'failed') return turnedAwayView(item, told.acts)
  if (item.state === 'queued') return { position, state: 'waiting', line }
  const hung = item.state === 'passed' ? hungView(item, told) : null
  return hung ?? { position, state: 'printing', line: printingLine(item, line) }
}

/** What the frames of a brief show. */
export const progressViews = (items: readonly PictureProgress[], told: Told): ProgressView[] =>
  items.map((item) => viewOf(item, told))
