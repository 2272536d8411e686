import * as text from '#messages/ui/wordmark.ts'
import { Link } from './link.tsx'

export type WordmarkStanding = 'open' | 'picks' | 'signed'

const LOOK =
  'inline-flex items-baseline self-center font-[650] text-21 leading-one tracking-[-0.015em] type-wide max-band:py-3'

/** The o is the visitor's own dot: ring, half, red disc. */
function Letters({ standing }: { standing: WordmarkStanding }) {
  return (
    <>
      <span aria-hidden="true">Vers</span>
      <svg
        viewBox="0 0 14 14"
        aria-hidden="true"
        className="ml-px size-[13.5px] translate-y-px overflow-visible"
      >
        {standing === 'signed' ? (
          <circle cx="7" cy="7" r="7" className="fill-seal" />
        ) : (
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="3" />
        )}
        {standing === 'picks' && <path d="M7 1.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />}
      </svg>
    </>
  )
}

/** Leads home. */
export function Wordmark({ standing = 'open', href = '/' }: { standing?: WordmarkStanding; href?: string }) {
  return (
    <Link href={href} className={LOOK}>
      <Letters standing={standing} />
      <span className="sr-only">{text.spoken[standing]}</span>
    </Link>
  )
}

/** Where there is no home to go to. */
export function PlainWordmark() {
  return (
    <p className={LOOK}>
      <Letters standing="open" />
      <span className="sr-only">Verso</span>
    </p>
  )
}
