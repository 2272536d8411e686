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

const ARROWS = {
  left: 'm12 19-7-7 7-7M19 12H5',
  right: 'm12 5 7 7-7 7M5 12h14',
  up: 'm5 12 7-7 7 7M12 19V5',
  down: 'm19 12-7 7-7-7M12 5v14',
} as const

/** Back, or on: the way a page or a strip goes. */
export function ArrowGlyph({ to }: { to: keyof typeof ARROWS }) {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d={ARROWS[to]} />
    </svg>
  )
}

/** By this a row is taken and carried. */
export function GripGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01" strokeWidth="2.5" />
    </svg>
  )
}

export function UndoGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11" />
    </svg>
  )
}

/** Two beside each other. */
export function PairGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M3 4h18v16H3zM12 4v16" />
    </svg>
  )
}

export function MoreGlyph() {
  return (
    <svg {...LINE} aria-hidden="true" className={BOX}>
      <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
    </svg>
  )
}
