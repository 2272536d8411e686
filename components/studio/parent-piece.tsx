import Link from 'next/link'
import { type PictureView, WorkFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { FileHash } from '#lib/protocol/primitives.ts'

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

const WHAT: Record<string, string> = {
  procedural:
    'The procedural artist draws it again from its own seed and moves one trait in each picture: how dense, how it moves, the hour, the inks. New words of yours come first.',
}

const ELSE = 'New words are made from its own seed once; every other picture has a seed of its own.'

/** Which work is varied, and what that means; the way out keeps the form. */
export function ParentPiece({ parent, withoutHref }: { parent: ParentPieceView; withoutHref: string }) {
  const { title, creatorName, href, picture } = parent
  const isWide = picture.width > picture.height
  return (
    <section
      aria-label="The work to vary"
      className="mb-6 flex max-w-measure items-start gap-4 border-fg border-t pt-3"
    >
      <div className={`flex-none ${isWide ? 'w-32 band:w-40' : 'w-22 band:w-28'}`}>
        <WorkFrame picture={{ ...picture, alt: '' }} sizes="160px" eager />
      </div>
      <div className="min-w-0 text-13">
        <h2 className="font-figure">Variations of</h2>
        <p className="type-title break-words">
          <Link href={href} className="hover:underline">
            {title}
          </Link>
        </p>
        <p className="text-second">{creatorName}</p>
        <p className="mt-2 text-second">
          {WHAT[parent.provider] ?? ELSE} The brief you sign names this work.
        </p>
        <p className="mt-2">
          <ButtonLink href={withoutHref} kind="link">
            Sign a brief without a parent
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
