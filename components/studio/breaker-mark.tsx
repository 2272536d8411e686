type BreakerMarkProps = { state: 'closed' | 'open' | 'half-open' }

/** Where the arm of the switch ends: down on its contact, up in the air, or just above it. */
const ARM = { closed: 'M4 8h12', open: 'M4 8 14.5 2', 'half-open': 'M4 8 15.5 5.2' } as const

/** A switch as circuit diagrams have it; the words stand beside it. */
export function BreakerMark({ state }: BreakerMarkProps) {
  return (
    <svg
      viewBox="0 0 20 12"
      aria-hidden="true"
      className={`inline-block h-3.5 w-6 flex-none align-[-1px] ${state === 'closed' ? 'text-verdigris' : 'text-ochre'}`}
    >
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
        <path d="M0 8h2.5M17.5 8H20" />
        <path d={ARM[state]} strokeDasharray={state === 'half-open' ? '2.4 2.2' : undefined} />
      </g>
      <circle cx="4" cy="8" r="1.7" fill="currentColor" />
      <circle cx="16" cy="8" r="1.7" fill="currentColor" />
    </svg>
  )
}
