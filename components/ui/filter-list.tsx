import { Dot, type DotKind } from './dot.tsx'
import { Link } from './link.tsx'

export type FilterItem = {
  label: string
  href: string
  count?: number | string
  dot?: DotKind
  current?: boolean
}

/** Filters are links, the state is in the address. A ledger in the column, one sideways line on the phone. */
export function FilterList({ items, label }: { items: readonly FilterItem[]; label: string }) {
  const dots = items.some(({ dot }) => dot)
  return (
    <nav aria-label={label} className="max-band:-mr-5">
      <ul className="flex overflow-x-auto border-t border-t-fg border-b-line text-13 max-band:gap-5 max-band:border-b max-band:pr-5 band:block wide:mt-6">
        {items.map((item) => (
          <li key={item.href} className="flex-none border-line band:border-t band:first:border-0">
            <Link
              href={item.href}
              aria-current={item.current ? 'true' : undefined}
              className={`flex min-h-11 items-center gap-1.5 band:grid band:min-h-8 band:gap-0 band:hover:bg-press ${dots ? 'band:grid-cols-[18px_1fr_auto]' : 'band:grid-cols-[1fr_auto]'} ${item.current ? 'font-figure' : ''}`}
            >
              {dots && (
                <span className={item.dot ? 'flex' : 'max-band:hidden'}>
                  {item.dot && <Dot kind={item.dot} />}
                </span>
              )}
              <span>{item.label}</span>
              {item.count !== undefined && (
                <span className={typeof item.count === 'string' ? 'font-text text-second' : ''}>
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
