import type { ChangeEvent } from 'react'
import { useWindowDrop } from '#components/provenance/file-drop.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import { FieldMessages } from '#components/ui/field.tsx'
import { Img } from '#components/ui/img.tsx'
import { UPLOAD_MIMES } from '#lib/generation/uploads/schema.ts'
import * as text from '#messages/studio/picture-field.ts'
import type { ChosenPicture } from './chosen-picture.ts'

const NAME = 'picture'
const ACCEPT = UPLOAD_MIMES.join(',')

type PictureFieldProps = {
  picture: ChosenPicture | null
  error?: string | undefined
  onFile: (file: File) => void
}

function Chosen({ picture }: { picture: ChosenPicture }) {
  const { file, src, width, height } = picture
  return (
    <div className="flex min-w-0 flex-1 basis-64 items-start gap-4">
      <Img
        src={src}
        alt=""
        width={width}
        height={height}
        className="max-h-40 w-auto max-w-[50%] object-contain"
      />
      <p className="min-w-0 text-13">
        <span className="break-all">{file.name}</span>
        <span className="block text-second">{text.size(width, height, byteSize(file.size))}</span>
      </p>
    </div>
  )
}

/** A file for the form: let go anywhere on the page, or chosen with the button that a keyboard reaches. */
export function PictureField({ picture, error, onFile }: PictureFieldProps) {
  const take = (files: readonly File[]) => {
    const [file] = files
    if (file) onFile(file)
  }
  const over = useWindowDrop(take)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again after it changed.
    event.target.value = ''
    take(files)
  }
  const frame = over ? 'border-fg bg-press' : error ? 'border-2 border-fg' : 'border-empty border-dashed'
  return (
    <div className="min-w-0">
      <p className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-13">
        <span className="font-figure">{text.picture}</span>
        <span className="text-second">{text.limits}</span>
      </p>
      <div
        className={`flex flex-wrap items-center justify-between gap-4 border p-4 transition-colors duration-(--duration-fast) ${frame}`}
      >
        {picture && !over ? (
          <Chosen picture={picture} />
        ) : (
          <p className="min-w-0 flex-1 basis-48 text-15">{over ? text.letGo : text.drop}</p>
        )}
        <label className="relative inline-flex h-10 cursor-pointer items-center justify-center whitespace-nowrap rounded-control border border-edge px-4 font-control text-15 leading-one transition-colors duration-(--duration-fast) focus-within:outline-2 focus-within:outline-indigo focus-within:outline-offset-2 hover:bg-press max-band:h-12 max-band:w-full">
          <input
            type="file"
            accept={ACCEPT}
            onChange={choose}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${error ? `field-${NAME}-error ` : ''}field-${NAME}-hint`}
            className="sr-only"
          />
          {picture ? text.another : text.choose}
        </label>
      </div>
      <p role="status" className="sr-only">
        {picture ? text.chosen(picture.file.name) : ''}
      </p>
      <FieldMessages name={NAME} hint={text.hint} error={error} />
    </div>
  )
}
