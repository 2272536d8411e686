import * as text from '#messages/ui/check.ts'

export type Verdict = 'checked' | 'broken' | 'unknown' | 'attested' | 'todo' | 'running'

export const VERDICT_WORDS: Record<Verdict, string> = text.verdicts

const TONE: Record<Verdict, string> = {
  checked: 'text-verdigris',
  broken: 'text-seal',
  unknown: 'text-second',
  attested: 'text-ochre',
  todo: '',
  running: '',
}

const SIGN: Partial<Record<Verdict, { d: string; width: number }>> = {
  checked: { d: 'm3.4 7.3 2.5 2.5 4.8-5.2', width: 1.7 },
  broken: { d: 'm4 4 6 6m0-6-6 6', width: 1.7 },
  attested: {
    d: 'M5.4 4.2c-.9.6-1.4 1.5-1.4 2.6v2.4h2V6.9H5.2M10 4.2c-.9.6-1.4 1.5-1.4 2.6v2.4h2V6.9H9.8',
    width: 1.2,
  },
}

type CheckProps = { verdict: Verdict; silent?: boolean; className?: string }

/** A square says what a check found. `silent` where the words stand beside it. */
export function Check({ verdict, silent = false, className = '' }: CheckProps) {
  const sign = SIGN[verdict]
  return (
    <svg
      viewBox="0 0 14 14"
      role={silent ? undefined : 'img'}
      aria-label={silent ? undefined : VERDICT_WORDS[verdict]}
      aria-hidden={silent ? true : undefined}
      className={`inline-block size-[14px] flex-none align-[-2px] ${TONE[verdict]} ${className}`}
    >
      {sign ? (
        <>
          <rect width="14" height="14" fill="currentColor" />
          <path d={sign.d} fill="none" className="stroke-on" strokeWidth={sign.width} />
        </>
      ) : (
        <rect
          x=".75"
          y=".75"
          width="12.5"
          height="12.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={verdict === 'unknown' ? '2.5 1.67' : undefined}
        />
      )}
      {verdict === 'unknown' && (
        <path
          d="M5.2 5.4c.1-1.1.9-1.7 1.9-1.7s1.8.6 1.8 1.6c0 1.3-1.8 1.4-1.8 2.8M7.1 9.6v1.3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      )}
      {verdict === 'running' && (
        <path d="M2.5 2v10" stroke="currentColor" strokeWidth="1" className="running-hair" />
      )}
    </svg>
  )
}
