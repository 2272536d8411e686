import { Dot, type DotKind } from './dot.tsx'
import { Link } from './link.tsx'

export type StandingView = {
  dot?: DotKind
  text: string
  /** An address or other figure in mono, already shortened. */
  mono?: string
  action?: { label: string; href: string }
}

/** Where the visitor stands: nothing signed, picks on this device, signed, or a role and its address. */
export function Standing({ dot, text, mono, action }: StandingView) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-13 max-band:min-h-11">
      {dot && <Dot kind={dot} />}
      <span>{text}</span>
      {mono && <span className="type-mono">{mono}</span>}
      {action && (
        <Link href={action.href} className="link ml-3">
          {action.label}
        </Link>
      )}
    </div>
  )
}
