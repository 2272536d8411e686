import { Button } from '#components/ui/button.tsx'
import * as words from '#messages/provenance/file-progress.ts'
import type { FileProgress } from './check-file.ts'
import { progressWords } from './file-words.ts'

type FileProgressBarProps = { name: string; progress: FileProgress; onCancel: () => void }

/** Which stage a check is at, and how far; it can be left at any moment. */
export function FileProgressBar({ name, progress, onCancel }: FileProgressBarProps) {
  const { text, share } = progressWords(progress)
  const percent = Math.round(Math.min(1, share) * 100)
  return (
    <div className="mt-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-4 border-fg border-t pt-3">
      <div className="min-w-0 flex-1 basis-64">
        <p role="status" className="font-statement text-18 leading-close">
          {text} …
        </p>
        <p className="mt-1 break-all text-13 text-second">{name}</p>
        <div
          role="progressbar"
          aria-label={words.progressOf(name)}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={text}
          className="mt-3 h-[3px] bg-press"
        >
          <div
            className="h-full bg-fg transition-[width] duration-(--duration-fast)"
            style={{ width: `${percent}%` }}
          />
        </div>
      </div>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  )
}
