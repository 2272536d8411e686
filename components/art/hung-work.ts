import type { CandidateView } from '#lib/candidates/schema.ts'
import type { HungWork } from './hang.tsx'
import { placeholderOf } from './placeholder.ts'
import { workHref } from './work-address.ts'
import type { PictureView } from './work-frame.tsx'

/** Picture of a list: renditions for the hang, a thumbhash until they are here. */
export function pictureOf(work: CandidateView): PictureView {
  return {
    src: work.thumb.src640,
    srcSet: `${work.thumb.src320} 320w, ${work.thumb.src640} 640w`,
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
