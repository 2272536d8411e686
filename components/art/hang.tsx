import type { CSSProperties, ReactNode } from 'react'
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

const SIZES = '(width < 50rem) 60vw, (width < 75rem) 40vw, 26vw'

function widthsPerStep(ratios: readonly number[]): CSSProperties[] {
  const steps = HANG_STEPS.map((measure) => hangWidths(ratios, measure))
  return ratios.map((_, index) =>
    Object.fromEntries(steps.map((widths, step) => [`--h${step}`, widths[index]])),
  )
}

/** Works in justified rows, in DOM order, laid out by numbers before any script or picture is here. */
export function Hang({ works, label, eager = 4, dotFor, actionFor, linesFor }: HangProps) {
  const widths = widthsPerStep(works.map(({ picture }) => picture.width / picture.height))
  return (
    <div className="hang">
      <ol aria-label={label}>
        {works.map((work, index) => (
          <li key={work.href} className={`relative ${work.live ? 'hung-now' : ''}`} style={widths[index]}>
            <WorkFrame
              picture={work.picture}
              name={work.number === undefined ? work.title : `#${work.number}`}
              eager={index < eager}
              sizes={SIZES}
            />
            <div className="mt-1.5 band:mt-2.5">
              <WallLabel work={work} href={work.href} dot={dotFor?.(work)}>
                {linesFor?.(work)}
                {actionFor && <div className="relative z-1">{actionFor(work)}</div>}
              </WallLabel>
            </div>
          </li>
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
