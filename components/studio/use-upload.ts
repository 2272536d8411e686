import { useCallback, useEffect, useState } from 'react'
import type { Uploaded } from '#lib/generation/uploads/schema.ts'
import { sendUpload, type UploadProblem } from './send-upload.ts'

export type UploadState =
  | { kind: 'sending'; share: number }
  | { kind: 'taken'; uploaded: Uploaded }
  | { kind: 'refused'; problem: UploadProblem }

const BEGIN: UploadState = { kind: 'sending', share: 0 }

/**
 * Sends a file once, and again when asked to; leaving the page stops it.
 * @param known what became of it before; it is not sent again then
 */
export function useUpload(file: Blob, known: Uploaded | null, onTaken: (uploaded: Uploaded) => void) {
  const [state, setState] = useState<UploadState>(known ? { kind: 'taken', uploaded: known } : BEGIN)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt sends once; what is known by then ends it
  useEffect(() => {
    if (known) return
    const stop = new AbortController()
    const onShare = (share: number) => setState({ kind: 'sending', share })
    sendUpload(file, { onShare, signal: stop.signal }).then((sent) => {
      if (!sent || stop.signal.aborted) return
      if (!sent.ok) return setState({ kind: 'refused', problem: sent.problem })
      setState({ kind: 'taken', uploaded: sent.uploaded })
      onTaken(sent.uploaded)
    })
    return () => stop.abort()
  }, [file, attempt])
  const again = useCallback(() => {
    setState(BEGIN)
    setAttempt((count) => count + 1)
  }, [])
  return { state, again }
}
