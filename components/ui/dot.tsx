import * as text from '#messages/ui/dot.ts'

export type DotKind = 'candidate' | 'shortlisted' | 'pick' | 'chosen' | 'signed' | 'refused' | 'waiting'

export const DOT_WORDS: Record<DotKind, string> = text.standings

const TONE: Record<DotKind, string> = {
  candidate: '',
  shortlisted: '',
  pick: 'text-indigo',
  chosen: '',
  signed: 'text-seal',
  refused: 'text-second',
  waiting: 'text-second',
}

type DotProps = { kind: DotKind; size?: 10 | 14; inherit?: boolean; label?: string; className?: string }

/**
 * A circle says where a work or a person's act stands. Silent by default: the words stand beside it;
 * with `label` it speaks for itself. `inherit` keeps the colour of the text around it (in a red button).
 */
export function Dot({ kind, size = 10, inherit = false, label, className = '' }: DotProps) {
  const solid = kind === 'pick' || kind === 'chosen' || kind === 'signed'
  return (
    <svg
      viewBox="0 0 10 10"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={`inline-block flex-none overflow-visible transition-colors duration-(--duration-fast) ${size === 14 ? 'size-[14px] align-[-1px]' : 'size-[10px]'} ${inherit ? '' : TONE[kind]} ${className}`}
    >
      {solid ? (
        <circle cx="5" cy="5" r="5" fill="currentColor" />
      ) : (
        <circle
          cx="5"
          cy="5"
          r="4.25"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={kind === 'waiting' ? '1.7 1.64' : undefined}
        />
      )}
      {kind === 'shortlisted' && <path d="M5 .75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />}
      {kind === 'refused' && <path d="M2 8 8 2" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  )
}
