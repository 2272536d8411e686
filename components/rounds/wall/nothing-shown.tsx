import Link from 'next/link'
import type { WallRound } from './wall-item.tsx'
import { type WallShow, type WallView, wallHref } from './wall-view.ts'

const WORDS: Record<Exclude<WallShow, 'all'>, [title: string, text: string]> = {
  unseen: [
    'You have seen every work of this round.',
    'On this device, each has stood in the window for a second.',
  ],
  picks: ['You have picked nothing yet.', 'Pick on the wall, or with P on the Light Table.'],
  passed: ['You have passed over nothing yet.', 'X on the Light Table passes a work.'],
  rated: ['You have rated nothing yet.', '1 to 5 on the Light Table rate a work, for your own order.'],
}

/** In place of the hang, where no work is of the kind that the view shows. */
export function NothingShown({ round, view }: { round: WallRound; view: WallView }) {
  const [title, text] = view.show === 'all' ? ['Nothing hangs here.', ''] : WORDS[view.show]
  return (
    <li className="hang-line max-w-message text-15">
      <p className="font-figure">{title}</p>
      <p>{text}</p>
      <p className="mt-3">
        <Link href={wallHref(round.slug, { ...view, show: 'all' }, view.order)} className="link">
          Show all works
        </Link>
      </p>
    </li>
  )
}
