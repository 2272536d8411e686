'use client'

import { pictureOf } from '#components/art/hung-work.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Img } from '#components/ui/img.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/duel/duels-done.ts'
import type { Placed } from './implied-order.ts'

type DuelsDoneProps = {
  slug: string
  words: string
  /** At the top of the voter's ranking, and its record once that is here. */
  first: Placed | undefined
  work: CandidateView | undefined
}

/** After the last duel: what came first, and the way to the ballot. */
export function DuelsDone({ slug, words, first, work }: DuelsDoneProps) {
  const picture = work && pictureOf(work)
  return (
    <section
      aria-label={text.theEnd}
      className="absolute inset-0 grid content-center justify-items-center gap-6 overflow-auto bg-well p-5 band:grid-cols-[auto_auto] band:grid-rows-[minmax(0,1fr)] band:content-stretch band:items-end band:justify-center band:gap-10 band:p-12"
    >
      {picture && (
        <Img
          eager
          src={picture.src}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          className="max-h-[34svh] max-w-full object-contain object-bottom band:h-full band:max-h-[640px] band:w-auto"
        />
      )}
      <div className="grid max-w-[40ch] gap-3 text-15">
        {work && (
          <p>
            {first?.to === 1 ? text.first : text.ahead} <span className="type-title">{work.title}</span>
            <br />
            <span className="text-second">
              <span className="type-mono">#{work.number}</span> {work.creatorName}
            </span>
          </p>
        )}
        <h2 className="font-figure text-18">{words}</h2>
        <p className="text-second">{text.notSigned}</p>
        <p>
          <ButtonLink href={`/rounds/${slug}/ballot`} kind="main" size={44}>
            {text.review}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
