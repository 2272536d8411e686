'use client'

import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { TextField } from '#components/ui/field.tsx'
import * as text from '#messages/provenance/verify-desk.ts'
import { type Against, type AgainstFaults, readAgainst } from './against.ts'
import { FileDesk } from './file-desk.tsx'
import { startRecountThread } from './recount-thread.ts'

/** Loaded with the first picture: most who come here bring a record. */
const PictureHistory = lazy(() =>
  import('./history/picture-history.tsx').then((module) => ({ default: module.PictureHistory })),
)

const ofPicture = (picture: File) => (
  <Suspense fallback={<p className="mt-6 border-fg border-t pt-3">{text.opening}</p>}>
    <PictureHistory picture={picture} />
  </Suspense>
)

/** A bundle or a picture from the disk, and the two things that a bundle may be held against. */
export function VerifyDesk() {
  const fields = useRef<HTMLDivElement>(null)
  const [faults, setFaults] = useState<AgainstFaults>({})

  const against = useCallback((): Against | null => {
    const field = (name: string) => fields.current?.querySelector<HTMLInputElement>(`input[name=${name}]`)
    const read = readAgainst({ rpc: field('rpc')?.value ?? '', collection: field('collection')?.value ?? '' })
    if (read.kind === 'read') {
      setFaults({})
      return read.against
    }
    setFaults(read.faults)
    field(read.faults.rpc ? 'rpc' : 'collection')?.focus()
    return null
  }, [])

  const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, mono: true } as const
  return (
    <FileDesk startThread={startRecountThread} against={against} ofPicture={ofPicture}>
      <div ref={fields} className="mt-5 grid gap-x-10 gap-y-5 band:grid-cols-2">
        <TextField
          {...plain}
          name="rpc"
          type="url"
          inputMode="url"
          label={text.node}
          aside={text.optional}
          placeholder="https://"
          hint={text.nodeHint}
          error={faults.rpc}
        />
        <TextField
          {...plain}
          name="collection"
          label={text.collection}
          aside={text.optional}
          placeholder="0x"
          hint={text.collectionHint}
          error={faults.collection}
        />
      </div>
    </FileDesk>
  )
}
