import { randomBytes } from 'node:crypto'
import type { Pinning } from '#lib/distribution/pinning/port.ts'
import { openPinning } from '#lib/distribution/pinning/registry.ts'
import type { Env } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { S3Fault } from '#lib/platform/s3-client.ts'
import { s3SettingsOf, s3Storage } from '#lib/platform/s3-storage.ts'
import type { Storage } from '#lib/platform/storage.ts'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const ABOUT = 'S3_BUCKET'

/** What to do about the words of a service. */
const NEXT: Readonly<Record<string, string>> = {
  AccessDenied: 'The key needs GetObject, PutObject and DeleteObject in the bucket, and ListBucket on it.',
  InvalidAccessKeyId: 'The service does not know S3_ACCESS_KEY_ID.',
  SignatureDoesNotMatch: 'S3_SECRET_ACCESS_KEY is not the one of S3_ACCESS_KEY_ID.',
  RequestTimeTooSkewed:
    'This machine’s clock and the service’s differ by more than 15 minutes: set the clock.',
  NoSuchBucket: 'Make the bucket, or correct S3_BUCKET; Verso makes none.',
  PermanentRedirect: 'The bucket is in another region: correct S3_REGION or S3_ENDPOINT.',
  AuthorizationHeaderMalformed: 'S3_REGION is not the region of the bucket.',
  NoAnswer: 'Is S3_ENDPOINT right, and may this machine reach it?',
  Silence: 'Is S3_ENDPOINT right, and may this machine reach it?',
}

function refusal(error: unknown): Finding {
  const fault = error instanceof AppError && error.cause instanceof S3Fault ? error.cause : null
  if (!fault)
    return wrong(ABOUT, `A file cannot be kept there: ${causeOf(error)}`, 'Is it a service that speaks S3?')
  const next = NEXT[fault.code] ?? 'Ask whoever runs the service what this word means.'
  return wrong(ABOUT, `A file cannot be kept there: ${fault.message}.`, next)
}

/** Puts, reads, reads in part, lists and deletes a file of its own. */
async function tryOut(store: Storage): Promise<Finding> {
  const bytes = randomBytes(4_096)
  // First, because only an answer with a body says why it is none.
  const none = await store.get(randomBytes(32).toString('hex'))
  const key = await store.put(bytes)
  try {
    const whole = await store.get(key)
    const part = await new Response(store.stream(key, { start: 1, end: 9 })).arrayBuffer()
    if (
      none ||
      whole?.length !== bytes.length ||
      Buffer.compare(Buffer.from(part), bytes.subarray(1, 10)) !== 0
    )
      return wrong(ABOUT, 'It gives back something else than was put.', 'Is it a service that speaks S3?')
    for await (const _ of store.list()) break
  } finally {
    await store.delete(key, new Date(Date.now() + 86_400_000))
  }
  if (await store.has(key))
    return note(ABOUT, 'A file is still there after it was deleted.', 'Is the bucket locked?')
  return ok(ABOUT, 'Files can be put, read, read in part, listed and deleted.')
}

/** Whether blobs can be kept in the bucket, if there is one. */
export async function checkStorage(settings: Env): Promise<Finding[]> {
  const bucket = s3SettingsOf(settings)
  if (!bucket) return [note(ABOUT, 'It is not set: pictures and records lie in VERSO_DATA.')]
  const patience = { tries: 2, silenceMs: 10_000, pauseMs: 200 }
  return [await tryOut(s3Storage(bucket, patience)).catch(refusal)]
}

async function look(service: Pinning): Promise<Finding> {
  const about = service.id === 'kubo' ? 'KUBO_URL' : 'PINNING_URL'
  try {
    return ok(about, `${await service.probe()} answers and takes the key.`)
  } catch (error) {
    return wrong(
      about,
      `Nothing can be pinned there: ${causeOf(error)}.`,
      'Are address and key right, and does it run?',
    )
  }
}

/** Whether those answer who pin what counted rounds publish. */
export async function checkPinning(settings: Env): Promise<Finding[]> {
  const services = openPinning(settings)
  if (services.length === 0)
    return [
      note('IPFS', 'Neither KUBO_URL nor PINNING_URL is set: this site alone serves what it publishes.'),
    ]
  return Promise.all(services.map(look))
}
