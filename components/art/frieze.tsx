import Link from 'next/link'
import type { CSSProperties } from 'react'
import { Img } from '#components/ui/img.tsx'
import * as text from '#messages/art/frieze.ts'

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

const FEWEST_COLUMNS = 20
const FEW_PLACES = 60

function Cell({ src }: { src: string }) {
  return <Img src={src} alt="" width={80} height={80} className="size-full object-cover" />
}

/** One cell per place: hung works as pictures, free places as outlines. */
export function Frieze({ places, works, label = text.hung(works.length, places) }: FriezeProps) {
  const many = places > FEW_PLACES
  const columns = {
    '--columns': Math.max(FEWEST_COLUMNS, places),
    '--phone-columns': many ? 20 : 12,
  }
  const free = Array.from(
    { length: Math.max(0, places - works.length) },
    (_, index) => works.length + index + 1,
  )
  return (
    <ol aria-label={label} style={columns as CSSProperties} className="frieze">
      {works.map(({ href, title, src, live }) => (
        <li key={href} className={`aspect-square bg-press ${live ? 'hung-now' : ''}`}>
          {/* Many cells on a phone are smaller than a finger: there the wall is the way to a work. */}
          <Link
            href={href}
            prefetch={false}
            aria-label={title}
            className={`size-full ${many ? 'hidden band:block' : 'block'}`}
          >
            <Cell src={src} />
          </Link>
          {many && (
            <span className="block size-full band:hidden">
              <Cell src={src} />
            </span>
          )}
        </li>
      ))}
      {free.map((place) => (
        <li key={place} aria-hidden="true" className="aspect-square border border-empty" />
      ))}
    </ol>
  )
}
