import type { ChangeEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import * as text from '#messages/provenance/file-drop.ts'

type FileDropProps = {
  onFiles: (files: readonly File[]) => void
  /** What the button says. */
  label: string
  title: ReactNode
  children: ReactNode
  /** A report stands under it: one line instead of a frame. */
  small?: boolean
  /** Endings and types that the dialog offers. */
  accept?: string
}

export const BUNDLES = '.zip,.json,application/zip,application/json'
export const PICTURES = '.png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files may be let go anywhere on the page: a browser would leave it for a file that misses its place. */
export function useWindowDrop(onFiles: FileDropProps['onFiles']): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const left = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const dropped = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', dragged)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragover', dragged)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
    }
  }, [])
  return over
}

/** An empty frame for a file: dropped on it, or chosen with the button that a keyboard reaches. */
export function FileDrop(props: FileDropProps) {
  const { onFiles, label, title, children, small = false, accept = BUNDLES } = props
  const over = useWindowDrop(onFiles)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again after it changed.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  const frame = over ? 'border-fg bg-press' : 'border-empty border-dashed'
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border transition-colors duration-(--duration-fast) ${frame} ${small ? 'px-4 py-3' : 'px-4 py-6 band:px-8 band:py-10'}`}
    >
      <div className="min-w-0 max-w-measure flex-1 basis-64">
        <p className={small ? 'font-figure text-15' : 'font-statement text-18 leading-close'}>
          {over ? text.letGo : title}
        </p>
        <div className={`mt-1 text-13 text-second ${small ? 'max-band:hidden' : ''}`}>{children}</div>
      </div>
      <label
        className={`relative inline-flex h-10 cursor-pointer items-center justify-center whitespace-nowrap rounded-control border px-4 text-15 leading-one transition-colors duration-(--duration-fast) focus-within:outline-2 focus-within:outline-indigo focus-within:outline-offset-2 max-band:h-12 max-band:w-full ${small ? 'border-edge font-control hover:bg-press' : 'border-fg bg-fg font-statement text-ground hover:bg-second'}`}
      >
        <input type="file" multiple accept={accept} onChange={choose} className="sr-only" />
        {label}
      </label>
    </div>
  )
}
