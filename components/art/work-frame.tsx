import type { ReactNode } from 'react'
import { Img } from '#components/ui/img.tsx'

/** What a page needs to hang a picture: numbers come with the list, nothing is measured. */
export type PictureView = {
  src: string
  srcSet?: string
  width: number
  height: number
  /** Neutral description; empty only where the title stands beside it. */
  alt: string
  /** Colour or tiny picture shown until the file is here (data URL of a thumbhash). */
  placeholder?: string
}

type WorkFrameProps = {
  picture: PictureView
  /** As in the img element; the hang passes one that matches its rows. */
  sizes?: string
  /** The first pictures of a page are fetched at once. */
  eager?: boolean
  /** Why there is no picture: stands in the frame, in its place. */
  missing?: { title: string; cause: string; action?: ReactNode }
  className?: string
}

/** The reserved rectangle of a work: no frame, no radius, no shadow; the ratio stands before the file. */
export function WorkFrame({ picture, sizes, eager = false, missing, className = '' }: WorkFrameProps) {
  const ratio = { aspectRatio: `${picture.width} / ${picture.height}` }
  if (missing)
    return (
      <div
        style={ratio}
        className={`flex w-full flex-col justify-between overflow-auto border border-edge p-2.5 text-13 leading-close ${className}`}
      >
        <p>
          <b>{missing.title}</b> {missing.cause}
        </p>
        {missing.action}
      </div>
    )
  return (
    <div
      style={
        picture.placeholder
          ? { ...ratio, backgroundImage: `url(${picture.placeholder})`, backgroundSize: '100% 100%' }
          : ratio
      }
      className={`w-full overflow-hidden bg-press ${className}`}
    >
      <Img
        src={picture.src}
        srcSet={picture.srcSet}
        sizes={picture.srcSet ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        eager={eager}
        className="size-full object-cover"
      />
    </div>
  )
}

/** A place where no work hangs yet. */
export function EmptyFrame({ ratio = 1 }: { ratio?: number }) {
  return <div aria-hidden="true" style={{ aspectRatio: ratio }} className="w-full border border-empty" />
}
