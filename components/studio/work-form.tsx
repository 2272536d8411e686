'use client'

import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { useInstanceNow } from '#components/wallet/instance-now.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import type { Uploaded } from '#lib/generation/uploads/schema.ts'
import { ERROR_COPY } from '#lib/platform/error-copy.ts'
import * as text from '#messages/studio/work-form.ts'
import * as words from '#messages/studio/work-input.ts'
import { type DraftPlace, keepDraft, readDraft } from './brief-draft.ts'
import { useBriefStep } from './brief-step.tsx'
import { type ChosenPicture, choosePicture } from './chosen-picture.ts'
import { PictureField } from './picture-field.tsx'
import type { UploadProblem } from './send-upload.ts'
import type { BriefRound } from './sign-brief.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { WorkFields } from './work-fields.tsx'
import { type WorkFields as Fields, type WorkFormValues, workFields } from './work-input.ts'
import { WorkSigning } from './work-signing.tsx'

type WorkFormProps = { chain: WalletChain; round: BriefRound; provider: string }

type Errors = Partial<Record<string, string>>

const device = () => window.localStorage

/** The picture that was chosen last; the one before is let go. */
function usePicture(onFault: (words: string | undefined) => void) {
  const [picture, setPicture] = useState<ChosenPicture | null>(null)
  const latest = useRef(0)
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture.src)), [picture])
  async function take(file: File) {
    latest.current += 1
    const mine = latest.current
    const choice = await choosePicture(file)
    if (mine !== latest.current) return choice.ok && URL.revokeObjectURL(choice.picture.src)
    setPicture(choice.ok ? choice.picture : null)
    const { title, next } = choice.ok ? { title: '', next: '' } : ERROR_COPY[choice.code]
    onFault(choice.ok ? undefined : `${title} ${next}`)
  }
  return { picture, take }
}

type ReviewProps = WorkFormProps & {
  picture: ChosenPicture
  fields: Fields
  draft: DraftPlace
  /** Files that were sent already. */
  kept: readonly Kept[]
  onKept: (kept: Kept) => void
  focus: RefObject<HTMLDivElement | null>
  onBack: (problem?: UploadProblem) => void
}

/** A file is only the signer's if the signer has sent it. */
type Kept = { file: File; creator: string; uploaded: Uploaded }

function Review({ chain, round, picture, kept, onKept, focus, ...signing }: ReviewProps) {
  const now = useInstanceNow(round.now)
  const { file } = picture
  const sentBy = (creator: string) => kept.find((one) => one.file === file && one.creator === creator)
  return (
    <Section title={text.whatYouSign} aside={text.oneSignature}>
      <div ref={focus} tabIndex={-1} className="mt-4 max-w-measure outline-none">
        <WalletIsland chain={chain} round={round.roundId} wants="creator">
          <SignedIn chain={chain} kept={text.wordsKept} why={text.whySignIn}>
            {(creator) => (
              <WorkSigning
                key={creator}
                {...{ ...signing, round, file, creator, now }}
                known={sentBy(creator)?.uploaded ?? null}
                onTaken={(uploaded) => onKept({ file, creator, uploaded })}
              />
            )}
          </SignedIn>
        </WalletIsland>
      </div>
    </Section>
  )
}

/** A finished work: the picture and what its creator says of it first, the wallet last. */
export function WorkForm({ chain, round, provider }: WorkFormProps) {
  const [values, setValues] = useState<WorkFormValues>({})
  const [errors, setErrors] = useState<Errors>({})
  const [fields, setFields] = useState<Fields>()
  const [kept, keep] = useState<readonly Kept[]>([])
  const draft = useMemo(() => ({ roundId: round.roundId, parent: 'work' }), [round.roundId])
  const ofPicture = (fault: string | undefined) => setErrors(fault ? { picture: fault } : {})
  const { picture, take } = usePicture(ofPicture)
  const { form, sheet } = useFocusAfter({ signing: fields !== undefined, errors, first: 'input[type=file]' })
  useBriefStep(fields ? 1 : 0)
  useEffect(() => setValues(readDraft(device, draft)), [draft])

  function change(next: WorkFormValues) {
    setValues(next)
    keepDraft(device, draft, next)
  }

  function review(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const read = workFields(values)
    const missing: Errors = picture ? {} : { picture: errors.picture ?? words.choose }
    const faults = { ...missing, ...(read.ok ? {} : read.errors) }
    setErrors(faults)
    setFields(read.ok && picture ? read.fields : undefined)
  }

  function back(problem?: UploadProblem) {
    setFields(undefined)
    ofPicture(problem && `${problem.title} ${problem.detail ?? ''} ${problem.next}`)
  }

  if (fields && picture) {
    const onKept = (one: Kept) => keep((before) => [...before, one])
    const at = { chain, round, provider, draft, focus: sheet, onBack: back }
    return <Review {...{ ...at, picture, fields, kept, onKept }} />
  }
  return (
    <form ref={form} onSubmit={review} noValidate className="grid max-w-measure gap-5">
      <PictureField picture={picture} error={errors.picture} onFile={take} />
      <WorkFields values={values} errors={errors} onChange={change} />
      <div>
        <Button type="submit" kind="main" size={44}>
          {text.review}
        </Button>
      </div>
    </form>
  )
}
