import { Link } from '#components/ui/link.tsx'
import * as words from '#messages/rounds/wall/nothing-shown.ts'
import type { WallRound } from './wall-item.tsx'
import { type WallView, wallHref } from './wall-view.ts'

/** In place of the hang, where no work is of the kind that the view shows. */
export function NothingShown({ round, view }: { round: WallRound; view: WallView }) {
  const [title, text] = words.nothing[view.show]
  return (
    <li className="hang-line max-w-message text-15">
      <p className="font-figure">{title}</p>
      <p>{text}</p>
      <p className="mt-3">
        <Link href={wallHref(round.slug, { ...view, show: 'all' }, view.order)} className="link">
          {words.showAll}
        </Link>
      </p>
    </li>
  )
}
