'use client'

import { contentKey } from '#components/art/work-address.ts'
import { Button } from '#components/ui/button.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import { Img } from '#components/ui/img.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Uploaded } from '#lib/generation/uploads/schema.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import * as text from '#messages/studio/work-signing.ts'
import type { DraftPlace } from './brief-draft.ts'
import { BriefSigning } from './brief-signing.tsx'
import type { UploadProblem } from './send-upload.ts'
import type { BriefRound } from './sign-brief.ts'
import { useUpload } from './use-upload.ts'
import type { WorkFields } from './work-input.ts'

type WorkSigningProps = {
  round: BriefRound
  file: File
  fields: WorkFields
  /** Who takes finished works. */
  provider: string
  creator: Address
  now: () => number
  draft: DraftPlace
  /** The file as it was kept before, by this account. */
  known: Uploaded | null
  onTaken: (uploaded: Uploaded) => void
  /** Back to the form, with what is wrong with the file. */
  onBack: (problem?: UploadProblem) => void
}

/** How far a file has come. */
export function UploadBar({ name, share, onStop }: { name: string; share: number; onStop: () => void }) {
  const percent = Math.round(Math.min(1, share) * 100)
  const doing = share < 1 ? text.sending : text.checking
  return (
    <div className="border border-fg p-4">
      <p role="status" className="font-figure text-18">
        {doing} …
      </p>
      <p className="mt-1 break-all text-13 text-second">{name}</p>
      <div
        role="progressbar"
        aria-label={text.sending}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="mt-3 h-[3px] bg-line"
      >
        <div
          className="h-full bg-fg transition-[width] duration-(--duration-fast)"
          style={{ width: `${percent}%` }}
        />
      </div>
      <div className="mt-4">
        <Button onClick={onStop}>{text.stop}</Button>
      </div>
    </div>
  )
}

/** The picture as it came back: what is signed, and what hangs. */
export function KeptPicture({ uploaded, src }: { uploaded: Uploaded; src: string }) {
  const { width, height, bytes } = uploaded
  return (
    <figure className="mb-4 flex items-end gap-4">
      <Img
        src={src}
        alt={text.alt}
        width={width}
        height={height}
        className="max-h-48 w-auto max-w-[60%] object-contain"
      />
      <figcaption className="min-w-0 text-13">
        {text.kept}
        <span className="block text-second">{text.keptAs(width, height, byteSize(bytes))}</span>
      </figcaption>
    </figure>
  )
}

/** The file first, since the brief names it by its hash; then the signature over both. */
export function WorkSigning(props: WorkSigningProps) {
  const { round, file, fields, provider, creator, now, draft, known, onTaken, onBack } = props
  const { state, again } = useUpload(file, known, onTaken)
  if (state.kind === 'sending')
    return <UploadBar name={file.name} share={state.share} onStop={() => onBack()} />
  if (state.kind === 'refused') {
    const { problem } = state
    return (
      <Notice
        title={problem.title}
        code={problem.code}
        live="alert"
        headingLevel={3}
        actions={
          <>
            <Button size={32} kind="main" onClick={() => onBack(problem)}>
              {text.back}
            </Button>
            <Button size={32} onClick={again}>
              {text.again}
            </Button>
          </>
        }
      >
        {problem.detail} {problem.next}
      </Notice>
    )
  }
  const { declared, ...words } = fields
  const traits = workEntries({ contentHash: state.uploaded.sha256, ...declared })
  return (
    <>
      <KeptPicture uploaded={state.uploaded} src={`/works/${contentKey(state.uploaded.sha256)}`} />
      <BriefSigning
        {...{ round, creator, now, draft }}
        fields={{ ...words, style: '', count: 1, provider, traits }}
        onBack={() => onBack()}
      />
    </>
  )
}
