import type { ImgHTMLAttributes, Ref } from 'react'

export type ImgProps = ImgHTMLAttributes<HTMLImageElement> & {
  src: string
  alt: string
  eager?: boolean
  ref?: Ref<HTMLImageElement>
}

/** The only img element: renditions come ready from the store, in exact sizes, under content hashes. */
export function Img({ eager = false, alt, ...native }: ImgProps) {
  return (
    // biome-ignore lint/performance/noImgElement: an optimiser would change the bytes that were voted on
    <img
      alt={alt}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
      {...native}
    />
  )
}
