import { useId } from 'react'
import * as text from '#messages/provenance/stamp.ts'

export type StampView = {
  /** Around the edge, e.g. ["Verso", "Round 4", "Two Inks", "Block 58"]. */
  ring: readonly string[]
  /** "1st" */
  place: string
  /** "of 120" */
  of: string
}

const RING_LENGTH = 312
const RING_LETTERS = 40
const RING_SIZE = 12

/** Pressed once, when the token exists. Inside of what is marked as tampered with, it loses the red. */
export function Stamp({ stamp }: { stamp: StampView }) {
  const arc = useId()
  const ring = `${stamp.ring.join(' · ').toUpperCase()} · `
  const size = Math.min(RING_SIZE, (RING_SIZE * RING_LETTERS) / ring.length)
  return (
    <svg
      viewBox="0 0 140 140"
      role="img"
      aria-label={text.stamp(stamp.place, stamp.of, stamp.ring.join(', '))}
      className="in-data-tampered:text-spent w-full text-seal"
    >
      <path id={arc} d="M70 70m-51 0a51 51 0 1 1 102 0a51 51 0 1 1 -102 0" fill="none" />
      <circle cx="70" cy="70" r="66" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="70" cy="70" r="40" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <text fontSize={size} className="fill-current font-figure">
        <textPath href={`#${arc}`} startOffset="0" textLength={RING_LENGTH} lengthAdjust="spacing">
          {ring}
        </textPath>
      </text>
      <text x="70" y="68" textAnchor="middle" className="type-wide fill-current font-figure text-[24px]">
        {stamp.place}
      </text>
      <text x="70" y="86" textAnchor="middle" className="fill-current font-control text-[12px]">
        {stamp.of}
      </text>
    </svg>
  )
}
