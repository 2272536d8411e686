import type { ImgProps } from '#components/ui/img.tsx'
import * as text from '#messages/art/work-frame.ts'
import { Picture } from './picture.tsx'

/** What a page needs to hang a picture: numbers come with the list, nothing is measured. */
export type PictureView = {
  src: string
  srcSet?: string
  width: number
  height: number
  /** Neutral description; empty only where the title stands beside it. */
  alt: string
  /** Its colours, shown until the file is here: a CSS `background-image` (`placeholderOf`). */
  placeholder?: string
}

type WorkFrameProps = {
  picture: PictureView
  /** As in the img element; the hang passes one that matches its rows. */
  sizes?: string
  /** The first pictures of a page are fetched at once. */
  eager?: boolean
  /** Of those that are fetched at once, whether before all else (as without it) or when their turn comes. */
  fetchPriority?: ImgProps['fetchPriority']
  /** What the visitor calls it, for the case that it does not arrive. */
  name?: string
  className?: string
}

/** The reserved rectangle of a work: no frame, no radius, no shadow; the ratio stands before the file. */
export function WorkFrame({
  picture,
  sizes,
  eager = false,
  fetchPriority,
  name = text.picture,
  className = '',
}: WorkFrameProps) {
  const ratio = { aspectRatio: `${picture.width} / ${picture.height}` }
  return (
    <div
      style={picture.placeholder ? { ...ratio, backgroundImage: picture.placeholder } : ratio}
      className={`w-full overflow-hidden bg-press ${className}`}
    >
      <Picture
        name={name}
        src={picture.src}
        srcSet={picture.srcSet}
        sizes={picture.srcSet ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        eager={eager}
        {...(fetchPriority && { fetchPriority })}
        className="size-full object-cover"
      />
    </div>
  )
}

/** A place where no work hangs yet. */
export function EmptyFrame({ ratio = 1 }: { ratio?: number }) {
  return <div aria-hidden="true" style={{ aspectRatio: ratio }} className="w-full border border-empty" />
}
