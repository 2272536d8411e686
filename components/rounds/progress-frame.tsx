import type { ReactNode } from 'react'
import { ArrivingPicture } from '#components/art/arriving-picture.tsx'
import { EmptyFrame, type PictureView } from '#components/art/work-frame.tsx'
import { Dot, type DotKind } from '#components/ui/dot.tsx'
import { Img } from '#components/ui/img.tsx'
import { Link } from '#components/ui/link.tsx'
import * as text from '#messages/rounds/progress-frame.ts'

export type ProgressView = {
  /** Which picture of the brief, from 1. */
  position: number
} & (
  | { state: 'waiting'; line: string }
  | { state: 'printing'; line: string }
  | { state: 'hung'; picture: PictureView; title: string; line: string; href?: string; acts?: ReactNode }
  | {
      state: 'refused'
      picture?: PictureView
      /** "Palette gate: 3 inks found, 2 allowed." */
      finding: string
      /** What to change. */
      advice?: string
      /** *Try again* with the tries left. */
      action?: ReactNode
    }
)

const HEAD: Record<ProgressView['state'], { word: string; dot: DotKind }> = {
  waiting: { word: text.waiting, dot: 'waiting' },
  printing: { word: text.printing, dot: 'waiting' },
  hung: { word: text.hung, dot: 'candidate' },
  refused: { word: text.refused, dot: 'refused' },
}

/** A work that was turned away: whole, faded, since its numbers are not kept. */
function Faded({ picture }: { picture: PictureView }) {
  return (
    <Img
      src={picture.src}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      className="size-full object-contain object-left-bottom opacity-35"
    />
  )
}

function Picture({ view }: { view: ProgressView }) {
  if (view.state === 'hung') return <ArrivingPicture picture={view.picture} />
  if (view.state === 'printing') return <div className="size-full bg-press" />
  if (view.state === 'refused' && view.picture) return <Faded picture={view.picture} />
  return <EmptyFrame />
}

/** One picture of a brief: calm in every state; a refusal says gate, finding and what to change. */
export function ProgressFrame({ view }: { view: ProgressView }) {
  const { word, dot } = HEAD[view.state]
  const picture = <Picture view={view} />
  return (
    <li className="min-w-0">
      <div className="aspect-square">
        {view.state === 'hung' && view.href ? (
          <Link
            href={view.href}
            aria-label={text.picture(view.position, view.title)}
            className="block size-full"
          >
            {picture}
          </Link>
        ) : (
          picture
        )}
      </div>
      <div className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 text-13 leading-meta *:nth-[n+3]:col-start-2">
        <Dot kind={dot} />
        <b>{word}</b>
        {view.state === 'refused' ? (
          <>
            <p>{view.finding}</p>
            {view.advice && <p className="text-second">{view.advice}</p>}
            {view.action && <div className="mt-1.5 flex flex-wrap gap-3">{view.action}</div>}
          </>
        ) : (
          <>
            {view.state === 'hung' && <p className="type-title break-words text-15">{view.title}</p>}
            <p className="text-second">{view.line}</p>
            {view.state === 'hung' && view.acts && <div className="mt-1.5">{view.acts}</div>}
          </>
        )}
      </div>
    </li>
  )
}

const CELL: Record<ProgressView['state'], string> = {
  waiting: 'border-edge',
  printing: 'border-edge',
  hung: 'border-fg bg-fg',
  refused: 'border-edge',
}

type ProgressGridProps = { views: readonly ProgressView[]; label: string }

/** The bar counts in frames, not in per cent; under it every frame. */
export function ProgressGrid({ views, label }: ProgressGridProps) {
  return (
    <>
      <div aria-hidden="true" className="mt-3 flex h-3 gap-[3px]">
        {views.map((view) => (
          <i key={view.position} className={`relative flex-1 border ${CELL[view.state]}`}>
            {view.state === 'printing' && <i className="absolute inset-y-0 left-0 w-[10%] bg-second" />}
            {view.state === 'refused' && (
              <svg
                viewBox="0 0 10 10"
                preserveAspectRatio="none"
                aria-hidden="true"
                className="absolute size-full"
              >
                <path d="M0 0 10 10" vectorEffect="non-scaling-stroke" className="stroke-1 stroke-second" />
              </svg>
            )}
          </i>
        ))}
      </div>
      <ol
        aria-label={label}
        className="mt-5 grid grid-cols-2 gap-x-3 gap-y-5 min-[30rem]:grid-cols-3 band:grid-cols-4 band:gap-x-6 wide:grid-cols-6"
      >
        {views.map((view) => (
          <ProgressFrame key={view.position} view={view} />
        ))}
      </ol>
    </>
  )
}
