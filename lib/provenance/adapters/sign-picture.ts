import { createHash } from 'node:crypto'
import { isDeclared } from '#lib/protocol/brief-work.ts'
import { manifestDefinitionOf, PROMPT_RESOURCE, RECEIVED } from '#lib/provenance/manifest-definition.ts'
import type { SignedPicture, SigningOrder } from '#lib/provenance/port.ts'
import { withXmp } from '#lib/provenance/xmp-in-file.ts'
import { xmpPacketOf } from '#lib/provenance/xmp-packet.ts'
import { BytesBlob, openBuilder } from './c2pa-engine.ts'
import { claimSigner } from './cose-signature.ts'
import type { SigningCredentials } from './credential-folder.ts'
import { readCredentials, readSidecar } from './read-credentials.ts'

const AS_RECEIVED = JSON.stringify({
  title: 'The file as it came',
  relationship: 'parentOf',
  instance_id: RECEIVED,
})

/** A finished work is named by its hash in a signed brief: its credentials stand beside it. */
async function sealBeside(
  { bytes, mime, record }: SigningOrder,
  { root, signer }: SigningCredentials,
): Promise<SignedPicture> {
  const builder = openBuilder({ ...manifestDefinitionOf(record, 'received'), format: mime }, root)
  try {
    builder.setNoEmbed(true)
    const file = new BytesBlob(bytes, mime)
    await builder.addIngredientFromBlob(AS_RECEIVED, mime, file)
    const { manifest }: { manifest: Uint8Array } = await builder.signAndGetManifestBytes(
      claimSigner(signer),
      [],
      mime,
      file,
    )
    return { bytes, sidecar: new Uint8Array(manifest), received: 'none' }
  } finally {
    builder.free()
  }
}

/** Every manifest store is made of boxes of this name; most pictures have none, and are not opened for it. */
const mayCarry = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('jumb')

async function receivedWith({ bytes, mime }: SigningOrder): Promise<SignedPicture['received']> {
  if (!mayCarry(bytes)) return 'none'
  const before = await readCredentials(bytes, mime, null)
  if (!before) return 'none'
  return before.standing === 'broken' ? 'broken' : 'carried'
}

async function sealInside(order: SigningOrder, { root, signer }: SigningCredentials): Promise<SignedPicture> {
  const { bytes, mime, record } = order
  const received = await receivedWith(order)
  const isCarried = received === 'carried'
  const definition = manifestDefinitionOf(record, isCarried ? 'received' : 'made')
  const builder = openBuilder({ ...definition, format: mime }, root)
  try {
    // Its own signature covers the file as it came, before a packet is written into it.
    if (isCarried) await builder.addIngredientFromBlob(AS_RECEIVED, mime, new BytesBlob(bytes, mime))
    else {
      const prompt = new TextEncoder().encode(record.recipe.template.text)
      builder.addResourceFromBlob(PROMPT_RESOURCE, new BytesBlob(prompt, 'text/plain'))
    }
    const labelled = new BytesBlob(withXmp(bytes, mime, xmpPacketOf(record)), mime)
    const signed = await builder.sign(claimSigner(signer), [], mime, labelled)
    return { bytes: new Uint8Array(signed), sidecar: null, received }
  } finally {
    builder.free()
  }
}

/** Writes XMP into a picture, then signs C2PA over all of it; in this order, as whatever comes later breaks it. */
export function sealPicture(order: SigningOrder, credentials: SigningCredentials): Promise<SignedPicture> {
  return isDeclared(order.record.recipe) ? sealBeside(order, credentials) : sealInside(order, credentials)
}

/** A history that a file came with may be of any length; beyond this it is not worth its room. */
const MOST_ADDED_BYTES = 1 << 20

/**
 * Seals a picture and reads it again.
 * @throws Error where the result would not be trusted, or would grow by more than a mebibyte
 */
export async function signPicture(
  order: SigningOrder,
  credentials: SigningCredentials,
): Promise<SignedPicture> {
  const signed = await sealPicture(order, credentials)
  const { bytes, sidecar } = signed
  if (bytes.length - order.bytes.length > MOST_ADDED_BYTES) throw new Error('the credentials are too long')
  const { root } = credentials
  const read = sidecar
    ? await readSidecar(sidecar, createHash('sha256').update(bytes).digest('hex'), root)
    : await readCredentials(bytes, order.mime, root)
  // A reserve that is too small, or a profile that readers refuse, gives no error but a broken file.
  if (read?.standing !== 'trusted')
    throw new Error(
      `the signed file reads as ${read?.standing ?? 'unsigned'}: ${read?.failures.join(', ') ?? ''}`,
    )
  return signed
}
