'use client'

import { type CSSProperties, useState } from 'react'
import { pictureOf } from '#components/art/hung-work.ts'
import { Img } from '#components/ui/img.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { Zoom } from './zooming.ts'

/** As high as the widest work of the panes lets all of them be: equal height, whole, from numbers. */
function frameSize(work: CandidateView, widest: number): CSSProperties {
  const height = `min(100cqh, 100cqw / ${widest})`
  return { height, width: `calc(${height} * ${work.width / work.height})` }
}

type PaneProps = {
  work: CandidateView
  /** Width by height of the widest work beside which this one is shown. */
  widest: number
  zoom: Zoom
}

/** One picture that is looked at closely: the whole one where it fits, its own pixels nearer. */
export function Pane({ work, widest, zoom: { scale, x, y } }: PaneProps) {
  const [sharp, setSharp] = useState<string | null>(null)
  const picture = pictureOf(work)
  const near = scale > 1
  return (
    <div
      data-pane
      className={`relative size-full touch-none overflow-hidden [container-type:size] ${near ? 'cursor-grab active:cursor-grabbing' : 'cursor-zoom-in'}`}
    >
      <div data-frame style={frameSize(work, widest)} className="absolute inset-0 m-auto">
        <div
          data-zoomed
          style={{
            transform: `translate(${x * 100}%, ${y * 100}%) scale(${scale})`,
            backgroundImage: picture.placeholder,
          }}
          className="size-full select-none"
        >
          <Img
            key={work.src}
            src={picture.src}
            width={picture.width}
            height={picture.height}
            alt={picture.alt}
            draggable={false}
            eager
            className="size-full"
          />
          {near && (
            <Img
              key={`${work.src} whole`}
              src={work.src}
              alt=""
              draggable={false}
              eager
              onLoad={() => setSharp(work.src)}
              className={`absolute inset-0 size-full ${sharp === work.src ? '' : 'invisible'}`}
            />
          )}
        </div>
      </div>
    </div>
  )
}
