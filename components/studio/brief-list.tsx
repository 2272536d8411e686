import Link from 'next/link'
import { Dot } from '#components/ui/dot.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { BriefLine } from '#lib/generation/schema.ts'
import { namesParent, traitEntries } from '#lib/protocol/brief-parent.ts'
import { namesWork } from '#lib/protocol/brief-work.ts'
import * as text from '#messages/studio/brief-list.ts'
import { tallyOf, tallySentence } from './progress-words.ts'

const standing = ({ hung, toCome }: ReturnType<typeof tallyOf>) =>
  toCome > 0 ? 'waiting' : hung > 0 ? 'candidate' : 'refused'

function signedWords({ traits, round, acceptedAt }: BriefLine): string {
  const signedAt = formatMoment(acceptedAt * 1000, { year: true })
  const entries = traitEntries(traits)
  if (entries.some(namesWork)) return text.signedWork(round.title, signedAt)
  return entries.some(namesParent)
    ? text.signedVariations(round.title, signedAt)
    : text.signed(round.title, signedAt)
}

/** A creator's briefs as a ledger: the words, where they went, how the pictures stand. */
export function BriefList({ briefs }: { briefs: readonly BriefLine[] }) {
  return (
    <ol className="border-fg border-t">
      {briefs.map((brief) => {
        const { digest, prompt, round, pictures } = brief
        const tally = tallyOf(pictures.map((state) => ({ state })))
        return (
          <li
            key={digest}
            className="relative grid grid-cols-[20px_minmax(0,1fr)] border-line border-b py-3.5 hover:bg-press"
          >
            <Dot kind={standing(tally)} className="mt-1.5" />
            <div className="min-w-0">
              <h2 className="max-w-measure text-15 [overflow-wrap:anywhere]">
                <Link
                  href={`/rounds/${round.slug}/submit?brief=${digest}`}
                  className="after:absolute after:inset-0"
                >
                  {text.quoted(prompt)}
                </Link>
              </h2>
              <p className="mt-0.5 text-13 text-second">
                {tallySentence(tally)} {signedWords(brief)}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
