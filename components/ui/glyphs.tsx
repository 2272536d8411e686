const LINE = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const BOX = 'inline-block size-4 flex-none'

/** A stretcher seen from behind: the sign for turning a work over. */
export function TurnGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M2.5 2.5h19v19h-19zM8 8h8v8H8zM2.5 2.5 8 8M21.5 2.5 16 8M2.5 21.5 8 16M21.5 21.5 16 16" />
    </svg>
  )
}

export function CrossGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M18 6 6 18M6 6l12 12" />
    </svg>
  )
}

export function ChevronGlyph({ className = '' }: { className?: string }) {
  return (
    <svg {...LINE} aria-hidden="true" className={`${BOX} ${className}`}>
      <path d="m6 9 6 6 6-6" />
    </svg>
  )
}
