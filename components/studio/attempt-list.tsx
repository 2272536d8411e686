import { contentKey } from '#components/art/work-address.ts'
import { Dot } from '#components/ui/dot.tsx'
import { Img } from '#components/ui/img.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { AttemptView } from '#lib/generation/executions/schema.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import * as text from '#messages/studio/attempt-list.ts'
import { attemptName, attemptWords } from './attempt-words.ts'
import { decisionWords } from './decision-words.ts'
import { dollars } from './money-words.ts'
import { providerTitle } from './provider-words.ts'

type AttemptListProps = { attempts: readonly AttemptView[]; slug: string; nowMs: number }

const SIDE = 56

type ThumbProps = Pick<AttemptView, 'picture'> & { name: string; slug: string; isOver: boolean }

function Thumb({ picture, name, slug, isOver }: ThumbProps) {
  if (!picture) return <span className={`block size-14 ${isOver ? 'border border-line' : 'bg-press'}`} />
  return (
    <Link
      href={`/rounds/${slug}/works/${contentKey(picture.contentHash)}`}
      aria-label={text.seeWork(name)}
      className="block"
    >
      <Img
        src={picture.src}
        alt=""
        width={SIDE}
        height={SIDE}
        className="size-14 object-contain object-left-top"
      />
    </Link>
  )
}

function Line({ attempt, slug, nowMs }: { attempt: AttemptView } & Omit<AttemptListProps, 'attempts'>) {
  const { provider, costMicroUsd, decision, startedAtMs, picture, brief, words } = attempt
  const name = attemptName(attempt)
  const { dot, words: came } = attemptWords(attempt, nowMs)
  const at = formatMoment(startedAtMs, { short: true, seconds: true })
  return (
    <li className="grid grid-cols-[56px_minmax(0,1fr)] items-start gap-x-4 border-line border-b py-3 band:grid-cols-[56px_minmax(0,4fr)_minmax(0,7fr)]">
      <Thumb picture={picture} name={name} slug={slug} isOver={dot === 'refused'} />
      <div className="min-w-0">
        <p className="font-figure">
          <Link href={`/rounds/${slug}/submit?brief=${brief}`} className="hover:underline">
            {name}
          </Link>
        </p>
        <p className="line-clamp-2">{isSealed({ prompt: words }) ? text.keptPrivate : text.quoted(words)}</p>
        <p className="mt-0.5 flex items-baseline gap-2">
          <Dot kind={dot} />
          <span>{came}</span>
        </p>
        <p className="text-second">
          <time dateTime={new Date(startedAtMs).toISOString()}>{at}</time>
        </p>
      </div>
      <div className="min-w-0 max-band:col-start-2 max-band:mt-2">
        <p>
          <b className="font-figure">{providerTitle(provider)}</b>
          {costMicroUsd > 0 && <span className="ml-3 text-second">{dollars(costMicroUsd)}</span>}
        </p>
        <p className="mt-0.5 max-w-measure text-second">{decisionWords(decision)}</p>
      </div>
    </li>
  )
}

/** The last times that providers were asked: what for, where it went and why, what came of it. */
export function AttemptList({ attempts, slug, nowMs }: AttemptListProps) {
  if (attempts.length === 0) return <p className="max-w-measure py-4 text-15 text-second">{text.none}</p>
  return (
    <ol className="text-13" aria-label={text.label}>
      {attempts.map((attempt) => (
        <Line key={attempt.id} attempt={attempt} slug={slug} nowMs={nowMs} />
      ))}
    </ol>
  )
}
