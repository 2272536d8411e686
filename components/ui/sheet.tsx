import type { ReactNode } from 'react'

/** A sheet boxed in ink: what is signed, what freezes, what it costs, what was recounted. */
export function Sheet({ label, children }: { label?: string; children: ReactNode }) {
  const Tag = label ? 'section' : 'div'
  return (
    <Tag aria-label={label} className="border border-fg bg-raise px-3.5 pt-3 pb-3.5 band:px-4">
      {children}
    </Tag>
  )
}

export type SheetRow = { term: ReactNode; value?: ReactNode; key?: string; quiet?: boolean }

/** Term and value, with a hairline over each pair. */
export function SheetRows({
  rows,
  rule = 'line',
}: {
  rows: readonly SheetRow[]
  rule?: 'line' | 'ink' | 'none'
}) {
  return (
    <dl className={`text-13 ${rule === 'ink' ? 'border-fg border-t' : ''}`}>
      {rows.map((row, index) => (
        <div
          key={row.key ?? (typeof row.term === 'string' ? row.term : index)}
          className={`flex flex-wrap justify-between gap-x-3 border-line border-t py-1.5 ${rule === 'line' ? '' : 'first:border-t-0'}`}
        >
          <dt className={row.quiet ? 'text-second' : ''}>{row.term}</dt>
          <dd className="min-w-0 text-right">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
