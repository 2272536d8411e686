import Link from 'next/link'
import type { CSSProperties } from 'react'
import { Img } from '#components/ui/img.tsx'

export type FriezeWork = {
  href: string
  title: string
  /** A square rendition of about 80 px. */
  src: string
  /** Hung while the visitor looks: comes with a short fade. */
  live?: boolean
}

type FriezeProps = {
  /** How many works the round has room for. */
  places: number
  /** In the order of hanging. */
  works: readonly FriezeWork[]
  label?: string
}

const WIDE_COLUMNS = 40
const FEW_PLACES = 60

/** One cell per place: hung works as pictures, free places as outlines. */
export function Frieze({ places, works, label = `${works.length} of ${places} hung` }: FriezeProps) {
  const columns = {
    '--columns': Math.max(20, Math.min(WIDE_COLUMNS, places)),
    '--phone-columns': places > FEW_PLACES ? 20 : 12,
  }
  const free = Array.from(
    { length: Math.max(0, places - works.length) },
    (_, index) => works.length + index + 1,
  )
  return (
    <ol
      aria-label={label}
      style={columns as CSSProperties}
      className="grid grid-cols-[repeat(var(--phone-columns),minmax(0,1fr))] gap-0.5 band:grid-cols-[repeat(auto-fill,minmax(24px,1fr))] band:gap-[3px] wide:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
    >
      {works.map(({ href, title, src, live }) => (
        <li key={href} className={`aspect-square bg-press ${live ? 'hung-now' : ''}`}>
          <Link href={href} aria-label={title} className="block size-full">
            <Img src={src} alt="" width={80} height={80} className="size-full object-cover" />
          </Link>
        </li>
      ))}
      {free.map((place) => (
        <li key={place} aria-hidden="true" className="aspect-square border border-empty" />
      ))}
    </ol>
  )
}
