'use client'

import { useEffect, useRef, useState } from 'react'
import { Img } from '#components/ui/img.tsx'
import type { PictureView } from './work-frame.tsx'

/**
 * A picture that comes while one looks: its rectangle stands in the cell from the numbers, filled by its
 * placeholder; the file fades in over it. One that is there already is just shown.
 */
export function ArrivingPicture({ picture }: { picture: PictureView }) {
  const { width, height, placeholder } = picture
  const image = useRef<HTMLImageElement>(null)
  const [awaited, setAwaited] = useState(false)
  useEffect(() => setAwaited(image.current?.complete === false), [])
  return (
    <div className="flex size-full items-end">
      <div
        style={{
          aspectRatio: `${width} / ${height}`,
          ...(placeholder && { backgroundImage: placeholder }),
        }}
        className={`bg-press ${width < height ? 'h-full' : 'w-full'}`}
      >
        <Img
          ref={image}
          src={picture.src}
          srcSet={picture.srcSet}
          sizes={picture.srcSet ? '(min-width: 75rem) 170px, 45vw' : undefined}
          width={width}
          height={height}
          alt={picture.alt}
          onLoad={() => setAwaited(false)}
          className={`size-full object-cover transition-opacity duration-(--duration-move) ${awaited ? 'opacity-0' : ''}`}
        />
      </div>
    </div>
  )
}
