import type { ReactNode } from 'react'

type NoticeProps = {
  /** Says what is; with a full stop, since it is a sentence. */
  title: string
  children?: ReactNode
  /** Buttons of size 32. */
  actions?: ReactNode
  /** A stable code, with the time it happened. */
  code?: string
  /** Announced when it appears after an act of the visitor. */
  live?: 'status' | 'alert'
  headingLevel?: 2 | 3
}

/** Stands under the first row, in the hang's column: never in the middle of the page, never a toast. */
export function Notice({ title, children, actions, code, live, headingLevel = 2 }: NoticeProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div role={live} className="my-4 max-w-message">
      <Heading className="font-figure text-18 leading-close">{title}</Heading>
      {(children || code) && (
        <div className="mt-1 text-15">
          {children} {code && <span className="type-mono text-second [overflow-wrap:anywhere]">{code}</span>}
        </div>
      )}
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}

/**
 * The bar at the foot, for what holds for the whole page, such as no connection. Without children nothing is
 * seen, but the region is there: what comes into it later is announced.
 */
export function FootNotice({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  return (
    <div role="status">
      {children && (
        <div className="foot-notice page-edge no-print fixed inset-x-0 z-10 flex flex-wrap items-center justify-between gap-x-4 border-fg border-t bg-raise py-2.5 text-13">
          <p className="min-w-0">{children}</p>
          {action}
        </div>
      )}
    </div>
  )
}
