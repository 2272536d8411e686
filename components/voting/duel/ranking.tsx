import { Img } from '#components/ui/img.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import * as text from '#messages/voting/duel/ranking.ts'
import { rangeWords, tallyWords } from './duel-words.ts'
import type { Placed } from './implied-order.ts'

/** Works that stand in the list at once; the others are a press away. */
const SHOWN = 10

function Row({ placed, work }: { placed: Placed; work: BallotWork }) {
  return (
    <li className="grid grid-cols-[5.5rem_48px_minmax(0,1fr)] items-center gap-x-3 border-line border-b py-1.5 text-13">
      <span className="font-figure">{rangeWords(placed)}</span>
      <Img
        src={work.picture.src}
        width={work.picture.width}
        height={work.picture.height}
        alt={work.picture.alt}
        className="size-12 object-contain object-left"
      />
      <span className="min-w-0 leading-meta">
        <span className="type-title block break-words">{work.title}</span>
        <span className="text-second">
          <span className="type-mono mr-2">#{work.number}</span>
          {work.creator}, {tallyWords(placed)}
        </span>
      </span>
    </li>
  )
}

type RankingProps = { placed: readonly Placed[]; works: ReadonlyMap<number, BallotWork> }

function Rows({ placed, works }: RankingProps) {
  return (
    <ol>
      {placed.map((one) => {
        const work = works.get(one.number)
        return work && <Row key={one.number} placed={one} work={work} />
      })}
    </ol>
  )
}

/** The order that a voter's duels imply; where they leave a work open, between which places it stands. */
export function Ranking({ placed, works }: RankingProps) {
  const rest = placed.slice(SHOWN)
  return (
    <>
      <Rows placed={placed.slice(0, SHOWN)} works={works} />
      {rest.length > 0 && (
        <details className="text-13">
          <summary className="link inline-block py-2.5">{text.moreWorks(rest.length)}</summary>
          <Rows placed={rest} works={works} />
        </details>
      )}
    </>
  )
}
