import type { ReactNode } from 'react'
import type { PictureView } from '#components/art/work-frame.tsx'
import { Img } from '#components/ui/img.tsx'
import * as text from '#messages/provenance/canvas-back.ts'
import { Stamp, type StampView } from './stamp.tsx'
import { stretcherOf } from './stretcher.ts'

export type CanvasLabels = {
  /** The paper label of the collection. */
  maker: {
    community: string
    title: string
    line: string
    rows: readonly { name: string; value: ReactNode }[]
  }
  /** The label of the exhibition: a name and what happened there. */
  shown?: { name: string; lines: readonly string[] }
  /** Written on the upper bar. */
  inventory: string
}

type CanvasBackProps = {
  picture: PictureView
  labels: CanvasLabels
  /** Only a minted work has one. */
  stamp?: StampView
}

/** A low canvas has room for one label beside the other, and for less on each. */
const LOW = {
  title: '[@container(max-height:340px)]:line-clamp-2',
  row: '[@container(max-height:260px)]:hidden',
}

function MakerLabel({ maker }: Pick<CanvasLabels, 'maker'>) {
  return (
    <div className="w-full border border-empty bg-sheet px-3 py-2 text-13 leading-meta @min-[420px]:px-3.5 @min-[420px]:py-3">
      <p className="type-room border-fg border-b pb-1 text-13 @min-[420px]:pb-1.5 @min-[420px]:text-15">
        {maker.community}
      </p>
      <p className={`type-title mt-1.5 line-clamp-3 text-24 leading-[1.15] @min-[420px]:mt-2 ${LOW.title}`}>
        {maker.title}
      </p>
      <p className="truncate">{maker.line}</p>
      <dl className="mt-1 @min-[420px]:mt-2">
        {maker.rows.map(({ name, value }) => (
          <div
            key={name}
            className={`flex justify-between gap-2 border-line border-t py-[3px] not-first:@max-[420px]:hidden ${LOW.row}`}
          >
            <dt>{name}</dt>
            <dd className="type-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Stretcher, cloth with the picture faintly through it, paper labels, one stamp. Fills its rectangle. */
export function CanvasBack({ picture, labels, stamp }: CanvasBackProps) {
  const { width, height, bar, bars, lines } = stretcherOf(picture.width, picture.height)
  const wide = width > height
  const insetX = `${(100 * bar) / width}%`
  const insetY = `${(100 * bar) / height}%`
  return (
    <figure
      aria-label={text.back}
      style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      className="relative w-full overflow-hidden bg-linen [container-type:size]"
    >
      <Img
        src={picture.src}
        alt=""
        width={picture.width}
        height={picture.height}
        className="-scale-x-100 absolute inset-0 size-full object-cover opacity-13 mix-blend-multiply contrast-80 grayscale"
      />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        <path d={bars} fillRule="evenodd" className="fill-bar" />
        <path d={lines} fill="none" vectorEffect="non-scaling-stroke" className="stroke-1 stroke-empty" />
      </svg>
      <div className="absolute flex items-center pl-3" style={{ left: insetX, top: 0, height: insetY }}>
        <span className="type-mono text-second tracking-[0.02em]">{labels.inventory}</span>
      </div>
      <div className="absolute" style={{ inset: `${insetY} ${insetX}` }}>
        <div
          className={`absolute top-3 left-3 w-44 max-w-[calc(100%-1.5rem)] @min-[420px]:w-53 ${wide ? '' : '@min-[420px]:top-7.5 @min-[420px]:left-6'}`}
        >
          <MakerLabel maker={labels.maker} />
        </div>
        {labels.shown && (
          <div
            className={`absolute hidden border border-empty bg-sheet px-3.5 py-3 text-13 leading-meta @min-[420px]:block ${wide ? 'top-3 right-3 w-[calc(50%-2.5rem)] max-w-59' : 'bottom-7.5 left-6 w-59'}`}
          >
            <p className="font-figure">{labels.shown.name}</p>
            {labels.shown.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        {stamp && (
          <div
            className={`absolute right-3 bottom-3 w-[min(7rem,36%)] mix-blend-multiply ${wide ? '' : '@min-[420px]:right-[3.5%] @min-[420px]:bottom-[20%] @min-[420px]:w-32'}`}
          >
            <Stamp stamp={stamp} />
          </div>
        )}
      </div>
    </figure>
  )
}
