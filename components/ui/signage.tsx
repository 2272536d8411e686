import type { ReactNode } from 'react'

type SignageProps = {
  title: string
  /** Small line above the title where the page belongs to something, such as a round. */
  eyebrow?: ReactNode
  /** What a visitor must know here. */
  children?: ReactNode
  /** Stands at the right of the title on the phone, under the text elsewhere. */
  clock?: ReactNode
  /** Filters, steps or the desk's places; the right half of the band between 800 and 1199. */
  filters?: ReactNode
  /** Buttons and links that close the column; the phone puts them in its dock. */
  actions?: ReactNode
  /** The title as plain bold text, where the picture itself is the room (home, a work). */
  quiet?: boolean
  /** Leaves the text out on the phone, where the room needs the height. */
  briefOnPhone?: boolean
}

/** The column that every page outside the Light Table begins with. */
export function Signage(props: SignageProps) {
  const { title, eyebrow, children, clock, filters, actions, quiet = false, briefOnPhone = false } = props
  return (
    <div className="mb-4 band:mb-6 band:grid band:grid-cols-2 band:items-start band:gap-x-10 wide:sticky wide:top-4 wide:mb-0 wide:block wide:self-start">
      <div className="flex max-band:flex-wrap max-band:items-end max-band:justify-between max-band:gap-x-4 band:flex-col">
        <div className="min-w-0">
          {eyebrow && <p className="text-13 text-second">{eyebrow}</p>}
          <h1 className={quiet ? 'font-figure text-13' : 'type-room text-36'}>{title}</h1>
        </div>
        {clock && (
          <div className="max-band:ml-auto max-band:pb-0.5 max-band:text-right band:order-last">{clock}</div>
        )}
        {children && (
          <div
            className={`mt-3 max-w-measure text-13 max-band:w-full [&>p+p]:mt-3 ${briefOnPhone ? 'max-band:hidden' : ''}`}
          >
            {children}
          </div>
        )}
      </div>
      {(filters || actions) && (
        <div className="max-band:mt-2.5">
          {filters}
          {actions && <div className="no-print mt-5">{actions}</div>}
        </div>
      )}
    </div>
  )
}
