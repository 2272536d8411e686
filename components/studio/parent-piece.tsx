import { type PictureView, WorkFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FileHash } from '#lib/protocol/primitives.ts'
import * as text from '#messages/studio/parent-piece.ts'

/** The work that a brief is to vary, as the form shows it. */
export type ParentPieceView = {
  contentHash: FileHash
  title: string
  creatorName: string
  href: string
  picture: PictureView
  /** The words it was made from. */
  prompt: string
  provider: string
}

const WHAT: Record<string, string> = { procedural: text.drawnAgain }

/** Which work is varied, and what that means; the way out keeps the form. */
export function ParentPiece({ parent, withoutHref }: { parent: ParentPieceView; withoutHref: string }) {
  const { title, creatorName, href, picture } = parent
  const isWide = picture.width > picture.height
  return (
    <section
      aria-label={text.workToVary}
      className="mb-6 flex max-w-measure items-start gap-4 border-fg border-t pt-3"
    >
      <div className={`flex-none ${isWide ? 'w-32 band:w-40' : 'w-22 band:w-28'}`}>
        <WorkFrame picture={{ ...picture, alt: '' }} sizes="160px" eager />
      </div>
      <div className="min-w-0 text-13">
        <h2 className="font-figure">{text.variationsOf}</h2>
        <p className="type-title break-words">
          <Link href={href} className="hover:underline">
            {title}
          </Link>
        </p>
        <p className="text-second">{creatorName}</p>
        <p className="mt-2 text-second">
          {WHAT[parent.provider] ?? text.fromItsSeed} {text.namesWork}
        </p>
        <p className="mt-2">
          <ButtonLink href={withoutHref} kind="link">
            {text.withoutParent}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
