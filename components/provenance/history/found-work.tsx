import { pictureOf } from '#components/art/hung-work.ts'
import { WorkFrame } from '#components/art/work-frame.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FoundWork } from '#lib/flows/find-work/schema.ts'
import { nearnessOf, standingOf } from './history-words.ts'

/** A work that was found: where it hangs, what became of it, and how near it is. */
export function FoundWorkCard({ found }: { found: FoundWork }) {
  const { work, round, token } = found
  const standing = standingOf(found)
  return (
    <>
      <WorkFrame picture={pictureOf(work)} name={work.title} sizes="(max-width: 640px) 100vw, 320px" />
      <div className="mt-2 grid gap-0.5 text-13">
        <h4 className="type-title break-words text-18 leading-close">
          <Link className="hover:underline" href={found.page}>
            {work.title}
          </Link>
        </h4>
        <p>{work.creatorName}</p>
        <p className="text-second">
          <Link className="link" href={`/rounds/${round.slug}`}>
            {round.title}
          </Link>
          , {round.community.name}
        </p>
        {standing && (
          <p>
            {token ? (
              <Link className="link" href={token.page}>
                {standing}
              </Link>
            ) : (
              standing
            )}
          </p>
        )}
        <p className="text-second">{nearnessOf(found)}</p>
      </div>
    </>
  )
}
