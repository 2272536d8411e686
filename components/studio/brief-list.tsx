import { Dot } from '#components/ui/dot.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { BriefLine } from '#lib/generation/schema.ts'
import { namesParent, traitEntries } from '#lib/protocol/brief-parent.ts'
import { namesWork } from '#lib/protocol/brief-work.ts'
import * as text from '#messages/studio/brief-list.ts'
import { tallyOf, tallySentence } from './progress-words.ts'
import { RevealWords } from './reveal-words.tsx'

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

/** To their creator the words of a private prompt are shown as any others. */
const quotedWords = ({ prompt, words }: BriefLine) => text.quoted(words?.text ?? prompt)

/** Whether sealed words are kept, and the way to give them away; above the link that the whole row is. */
function KeptWords({ brief: { words, digest, round } }: { brief: BriefLine }) {
  if (!words) return null
  if (words.revealed) return <p className="mt-0.5 text-13 text-second">{text.revealed}</p>
  return (
    <div className="relative mt-0.5 w-fit max-w-measure text-13 text-second">
      <p>{text.keptPrivate}</p>
      <RevealWords roundId={round.roundId} digest={digest} />
    </div>
  )
}

/** A creator's briefs as a ledger: the words, where they went, how the pictures stand. */
export function BriefList({ briefs }: { briefs: readonly BriefLine[] }) {
  return (
    <ol className="border-fg border-t">
      {briefs.map((brief) => {
        const { digest, round, pictures } = brief
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
                  {quotedWords(brief)}
                </Link>
              </h2>
              <p className="mt-0.5 text-13 text-second">
                {tallySentence(tally)} {signedWords(brief)}
              </p>
              <KeptWords brief={brief} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
