import type { CSSProperties, ReactNode } from 'react'
import type { ImgProps } from '#components/ui/img.tsx'
import { HANG_STEPS, hangWidths } from './justify.ts'
import { type LabelView, WallLabel } from './wall-label.tsx'
import { EmptyFrame, type PictureView, WorkFrame } from './work-frame.tsx'

export type HungWork = LabelView & {
  number?: number
  href: string
  picture: PictureView
  /** Hung while the visitor looks: comes with a short fade. */
  live?: boolean
}

type HangProps = {
  works: readonly HungWork[]
  /** Names the list: "120 works". */
  label: string
  /** How many pictures are fetched at once; the rest when they come near. */
  eager?: number
  dotFor?: (work: HungWork) => ReactNode
  /** Stands under the label, above the link that covers the work. */
  actionFor?: (work: HungWork) => ReactNode
  linesFor?: (work: HungWork) => ReactNode
}

const NARROW = '(width < 50rem) 60vw, (width < 75rem) 40vw'
const SIZES = `${NARROW}, 26vw`

/** Beside a hang on a wide window: the edges, the signage and the gap before it (ui/frame.tsx). */
const BESIDE_PX = 310
/** The first step of a wide window. */
const WIDE_STEP = HANG_STEPS.findIndex(({ from }) => from >= 940)

/**
 * As `sizes`, but on wide windows with one pixel to a point the width that the work has in its row: a smaller file
 * may be enough there. Denser ones are not told, since a browser takes the nearest file, which may be too small.
 * @param widths of the work at each step (`hangWidths`)
 */
export function sizesInRow(widths: readonly string[]): string {
  const wide = HANG_STEPS.slice(WIDE_STEP).map((_, at) => {
    const width = widths[WIDE_STEP + at]?.replace('%', ` * (1vw - ${BESIDE_PX / 100}px)`)
    const next = HANG_STEPS[WIDE_STEP + at + 1]
    return next ? `(width < ${next.from + BESIDE_PX}px) ${width}` : width
  })
  return [NARROW, '(resolution > 1dppx) 26vw', ...wide].join(', ')
}

function widthsPerStep(ratios: readonly number[]): CSSProperties[] {
  const steps = HANG_STEPS.map((measure) => hangWidths(ratios, measure))
  return ratios.map((_, index) => ({
    ...perStep('h', (step) => steps[step]?.[index] ?? ''),
    ...placeOf(index),
  }))
}

/** For styles that follow the order of the works. */
const placeOf = (index: number): CSSProperties => Object.fromEntries([['--place', index + 1]])

/** One length for each way to hang; globals.css takes that of the present width. */
export function perStep(name: 'h' | 'r', lengthOf: (step: number) => string): CSSProperties {
  return Object.fromEntries(HANG_STEPS.map((_, step) => [`--${name}${step}`, lengthOf(step)]))
}

type HangItemProps = {
  work: HungWork
  style: CSSProperties | undefined
  eager?: boolean
  fetchPriority?: ImgProps['fetchPriority']
  sizes?: string
  dot?: ReactNode
  children?: ReactNode
  /** Its label is as high as any other, so that rows can be laid out before they are there. */
  fixed?: { place: number; of: number; acting: boolean }
}

/** A work in its row: the picture, and under its left edge the label. */
export function HangItem(props: HangItemProps) {
  const { work, style, eager = false, fetchPriority, sizes = SIZES, dot, children, fixed } = props
  return (
    <li
      className={`relative ${work.live ? 'hung-now' : ''}`}
      style={style}
      {...(fixed && {
        'data-number': work.number,
        'aria-posinset': fixed.place,
        'aria-setsize': fixed.of,
      })}
    >
      <WorkFrame
        picture={work.picture}
        name={work.number === undefined ? work.title : `#${work.number}`}
        eager={eager}
        fetchPriority={fetchPriority}
        sizes={sizes}
      />
      <div className={fixed ? 'hang-label' : 'mt-1.5 band:mt-2.5'} data-acting={fixed?.acting || undefined}>
        <WallLabel work={work} href={work.href} dot={dot}>
          {children}
        </WallLabel>
      </div>
    </li>
  )
}

/** Works in justified rows, in DOM order, laid out by numbers before any script or picture is here. */
export function Hang({ works, label, eager = 4, dotFor, actionFor, linesFor }: HangProps) {
  const widths = widthsPerStep(works.map(({ picture }) => picture.width / picture.height))
  return (
    <div className="hang">
      <ol aria-label={label}>
        {works.map((work, index) => (
          <HangItem
            key={work.href}
            work={work}
            style={widths[index]}
            eager={index < eager}
            dot={dotFor?.(work)}
          >
            {linesFor?.(work)}
            {actionFor && <div className="relative z-1">{actionFor(work)}</div>}
          </HangItem>
        ))}
      </ol>
    </div>
  )
}

const EMPTY_RATIOS = [0.85, 1, 1.34, 0.78]

/** The first row of a wall where nothing hangs or nothing could be read. */
export function EmptyHang() {
  const widths = widthsPerStep(EMPTY_RATIOS)
  return (
    <div className="hang" aria-hidden="true">
      <ol>
        {EMPTY_RATIOS.map((ratio, index) => (
          <li key={ratio} style={widths[index]}>
            <EmptyFrame ratio={ratio} />
          </li>
        ))}
      </ol>
    </div>
  )
}
