import { Link } from '#components/ui/link.tsx'
import type { HangOrder } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/wall/wall-order.ts'
import { WALL_ORDERS, type WallView, wallHref } from './wall-view.ts'

type WallOrderProps = { slug: string; view: WallView; usual: HangOrder; hasExposure: boolean }

/** In which order the works hang, and the other ways to hang them. */
export function WallOrder({ slug, view, usual, hasExposure }: WallOrderProps) {
  const orders = WALL_ORDERS.filter((order) => order !== 'fair' || hasExposure)
  return (
    <div className="text-13 text-second max-band:flex max-band:items-center band:mt-3">
      <p className="max-band:sr-only">{text.hangsIn[view.order]}</p>
      <nav aria-label={text.label} className="flex flex-wrap items-center gap-x-3 band:mt-1">
        <span>{text.hangBy}</span>
        {orders.map((order) => (
          <Link
            key={order}
            href={wallHref(slug, { ...view, order, deal: null }, usual)}
            aria-current={order === view.order ? 'true' : undefined}
            className={`inline-flex items-center max-band:min-h-11 ${order === view.order ? 'font-figure text-fg' : 'link'}`}
          >
            {text.by[order]}
          </Link>
        ))}
        {view.order === 'fair' && (
          <Link href={`/rounds/${slug}/exposure`} className="link inline-flex items-center max-band:min-h-11">
            {text.howDrawn}
          </Link>
        )}
      </nav>
    </div>
  )
}
