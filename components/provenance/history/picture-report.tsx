import type { ReactNode, Ref } from 'react'
import { byteSize } from '#components/ui/byte-size.ts'
import { Hash } from '#components/ui/hash.tsx'
import * as text from '#messages/provenance/history/picture-report.ts'
import { FoundWorkCard } from './found-work.tsx'
import { historyOf, meaningOf, statementOf } from './history-words.ts'
import type { LookedAt } from './look-at-picture.ts'
import { XmpRows } from './xmp-rows.tsx'

type PictureReportProps = {
  looked: LookedAt
  /** Address of the visitor's own file, as this browser shows it. */
  preview: string | null
  headingRef?: Ref<HTMLHeadingElement>
  /** What the file's credentials say, once somebody reads them. */
  credentials?: ReactNode
  actions: ReactNode
}

const FORMAT: Record<LookedAt['mime'], string> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
}

/** The visitor's own picture, as they hold it beside what hangs here. */
function OwnPicture({ looked, preview }: Pick<PictureReportProps, 'looked' | 'preview'>) {
  const { name, bytes, mime, size, sha256 } = looked
  return (
    <>
      <div className="w-full overflow-hidden bg-press">
        {preview && size ? (
          // biome-ignore lint/performance/noImgElement: a file of the visitor's own, which no server has.
          <img
            src={preview}
            alt={text.yours}
            width={size.width}
            height={size.height}
            className="h-auto w-full"
          />
        ) : (
          <p className="p-4 text-13 text-second">{text.notShown}</p>
        )}
      </div>
      <div className="mt-2 grid gap-0.5 text-13">
        <h4 className="font-figure text-15 leading-close [overflow-wrap:anywhere]">{name}</h4>
        <p className="text-second">
          {FORMAT[mime]}, {size && `${size.width} × ${size.height} px, `}
          {byteSize(bytes)}
        </p>
        <p>
          <Hash value={sha256} algorithm="sha256" />
        </p>
      </div>
    </>
  )
}

/** Where a picture is from: what hangs here beside it, or that nothing does, and what the file says of itself. */
export function PictureReport({ looked, preview, headingRef, credentials, actions }: PictureReportProps) {
  const { known, xmp } = looked
  const history = historyOf(known)
  const works = known.kind === 'asked' ? known.works : []
  return (
    <section className="mt-6 border-fg border-t pt-3">
      <h3 ref={headingRef} tabIndex={-1} className="font-statement text-24 leading-statement">
        {statementOf(history)}
      </h3>
      <p className="mt-2 max-w-measure text-15">{meaningOf(history)}</p>
      <p className="mt-1 max-w-measure text-13 text-second">{text.neverLeft}</p>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
      <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-6">
        <li>
          <OwnPicture looked={looked} preview={preview} />
        </li>
        {works.map((found) => (
          <li key={`${found.round.id} ${found.work.contentHash}`}>
            <FoundWorkCard found={found} />
          </li>
        ))}
      </ul>
      <div className="mt-8 grid gap-8">
        {credentials}
        <XmpRows xmp={xmp} />
      </div>
    </section>
  )
}
