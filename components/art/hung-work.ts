import type { CandidateView } from '#lib/candidates/schema.ts'
import { copySet } from './copy-width.ts'
import type { HungWork } from './hang.tsx'
import { placeholderOf } from './placeholder.ts'
import { workHref } from './work-address.ts'
import type { PictureView } from './work-frame.tsx'

/** Picture of a list: renditions for the hang, a thumbhash until they are here. */
export function pictureOf(work: CandidateView): PictureView {
  return {
    src: work.thumb.src640,
    srcSet: copySet(work.thumb, work),
    width: work.width,
    height: work.height,
    alt: work.alt,
    placeholder: placeholderOf(work.thumb.thumbhash),
  }
}

type Standing = HungWork['standing']

export function hungWork(roundSlug: string, work: CandidateView, standing: Standing = 'candidate'): HungWork {
  return {
    ...(work.number !== null && { number: work.number }),
    href: workHref(roundSlug, work),
    title: work.title,
    creator: work.creatorName,
    standing: work.tokenId === null ? standing : 'signed',
    picture: pictureOf(work),
  }
}
