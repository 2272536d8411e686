import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'
import { Dot, type DotKind } from './dot.tsx'
import { Link } from './link.tsx'

export type ButtonKind = 'act' | 'main' | 'plain' | 'link'
export type ButtonSize = 32 | 40 | 44 | 52

type Look = { kind?: ButtonKind; size?: ButtonSize; dot?: DotKind; wide?: boolean; children: ReactNode }
type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'children'>
type ButtonProps = Look & NativeButton & { disabled?: boolean; reason?: ReactNode }
type ButtonLinkProps = Look & {
  href: string
  download?: boolean | string
  outside?: boolean
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void
  ref?: Ref<HTMLAnchorElement>
}

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-control border transition-colors duration-(--duration-fast)'

const KIND: Record<Exclude<ButtonKind, 'link'>, string> = {
  act: 'border-seal bg-seal font-figure text-on hover:border-fg',
  main: 'border-fg bg-fg font-statement text-ground hover:bg-second',
  plain: 'border-edge font-control hover:bg-press',
}

const OFF = 'cursor-not-allowed border-line font-control text-second'

const SIZE: Record<ButtonSize, string> = {
  32: 'px-3 text-13 max-band:px-4',
  40: 'px-4 text-15',
  44: 'px-4 text-15',
  52: 'px-5 text-18 max-band:text-15',
}

const HEIGHT: Record<ButtonSize, string> = {
  32: 'h-8 max-band:h-11',
  40: 'h-10 max-band:h-12',
  44: 'h-11',
  52: 'h-13',
}

/** Of one as wide as its place: long words take a second line on a phone. */
const LEAST_HEIGHT: Record<ButtonSize, string> = {
  32: 'min-h-8 max-band:min-h-11',
  40: 'min-h-10 max-band:min-h-12',
  44: 'min-h-11',
  52: 'min-h-13',
}

function classFor({ kind = 'plain', size = 40, wide = false }: Look, off: boolean): string {
  if (kind === 'link') return `text-13 ${off ? 'text-second' : 'link'} max-band:min-h-11`
  const room = wide
    ? `w-full text-balance py-1 leading-close ${LEAST_HEIGHT[size]}`
    : `whitespace-nowrap leading-one ${HEIGHT[size]}`
  return `${BASE} ${off ? OFF : KIND[kind]} ${SIZE[size]} ${room}`
}

function content({ kind, dot, size, children }: Look) {
  return (
    <>
      {dot && <Dot kind={dot} size={size === 52 ? 14 : 10} inherit={kind === 'act' || kind === 'main'} />}
      {children}
    </>
  )
}

/** `act` is the red one: it signs. A disabled button carries its reason in words under it. */
export function Button({
  kind,
  size,
  dot,
  wide,
  children,
  disabled = false,
  reason,
  ...native
}: ButtonProps) {
  const look = { kind, size, dot, wide, children }
  const reasonId = reason && native.id ? `${native.id}-reason` : undefined
  return (
    <>
      <button
        type="button"
        {...native}
        disabled={disabled}
        aria-describedby={native['aria-describedby'] ?? reasonId}
        className={classFor(look, disabled)}
      >
        {content(look)}
      </button>
      {reason && (
        <p id={reasonId} className="mt-2.5 max-w-measure text-13 text-second">
          {reason}
        </p>
      )}
    </>
  )
}

/** The same look for a place to go. `outside` leaves the router out (files, other origins). */
export function ButtonLink({ href, download, outside = false, onClick, ref, ...look }: ButtonLinkProps) {
  const native = { href, onClick, ref, className: classFor(look, false) }
  if (outside || download !== undefined)
    return (
      <a {...native} download={download}>
        {content(look)}
      </a>
    )
  return <Link {...native}>{content(look)}</Link>
}
