import { z } from 'zod'
import { UNREACHED } from '#components/ui/unreached.ts'
import { type Uploaded, uploadedSchema } from '#lib/generation/uploads/schema.ts'

const problemSchema = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  next: z.string(),
})
export type UploadProblem = z.infer<typeof problemSchema>

export type Sent = { ok: true; uploaded: Uploaded } | { ok: false; problem: UploadProblem }

const lost: Sent = { ok: false, problem: UNREACHED }

/** What the server said, whatever it was. */
export function readAnswer(status: number, text: string): Sent {
  try {
    const said: unknown = JSON.parse(text)
    if (status === 201) return { ok: true, uploaded: uploadedSchema.parse(said) }
    return { ok: false, problem: problemSchema.parse(said) }
  } catch {
    return lost
  }
}

/**
 * Sends a file as it is; `fetch` does not tell how far it has come.
 * @param onShare told how much has left, 0 to 1
 * @returns null when the signal ended it
 */
export function sendUpload(
  file: Blob,
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<Sent | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/uploads')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.responseText)))
    request.addEventListener('error', () => resolve(lost))
    request.addEventListener('abort', () => resolve(null))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
