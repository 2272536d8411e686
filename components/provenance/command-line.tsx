'use client'

import { useCopy } from '#components/ui/use-copy.ts'
import * as text from '#messages/provenance/command-line.ts'

/** A command to run elsewhere, whole and selectable, copied by one press. */
export function CommandLine({ command, label }: { command: string; label: string }) {
  const { copied, copy } = useCopy()
  return (
    <div className="mt-1.5 border border-line bg-ground px-2.5 py-2">
      <code className="type-mono block select-all break-all">{command}</code>
      <button
        type="button"
        onClick={() => copy(command)}
        className="link mt-1 text-13 max-band:min-h-11"
        aria-label={text.copyOf(label)}
      >
        {copied === 'yes' ? text.copied : copied === 'failed' ? text.failed : text.copy}
      </button>
      <span role="status" className="sr-only">
        {copied === 'yes' ? text.copied : ''}
      </span>
    </div>
  )
}
