import { unzipBundle, zipBundle } from '#lib/protocol/bundle-zip.ts'
import { bytesToHex, fileHashOf, hexToBytes } from '#lib/protocol/bytes.ts'
import type { SampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type Case, casesOf } from './case.ts'

/** An archive that is wrong in one place: bytes put over those of `round.zip`, cut off, or put behind. */
type Edit = { at?: number; bytes?: string; length?: number; behind?: string }

const text = (ascii: string) => bytesToHex(new TextEncoder().encode(ascii))
const find = (archive: Uint8Array, hex: string, from = 0) => {
  const wanted = hexToBytes(hex)
  for (let at = from; at + wanted.length <= archive.length; at += 1)
    if (wanted.every((byte, offset) => archive[at + offset] === byte)) return at
  throw new Error(`no ${hex} in the archive`)
}

function edited(archive: Uint8Array, { at = 0, bytes = '0x', length = archive.length, behind = '0x' }: Edit) {
  const copy = Uint8Array.from(archive)
  copy.set(hexToBytes(bytes), at)
  return Uint8Array.from([...copy.subarray(0, length), ...hexToBytes(behind)])
}

/** Archives that a reader refuses, beside the one that it reads. */
async function zipVectors(archive: Uint8Array): Promise<Case[]> {
  const directory = find(archive, '0x504b0102')
  const end = archive.length - 22
  const inputs: Record<string, Edit> = {
    'round.zip': {},
    'cut off': { length: archive.length - 1 },
    'a byte behind': { behind: '0x00' },
    'no archive': { length: 10 },
    'a comment': { at: end + 20, bytes: '0x0100', behind: '0x21' },
    'another count of files': { at: end + 8, bytes: '0x0100' },
    'a later version': { at: directory + 6, bytes: '0x2d00' },
    'made by another system': { at: directory + 4, bytes: '0x1403' },
    'a flag': { at: directory + 8, bytes: '0x0008' },
    'another method': { at: directory + 10, bytes: '0x0c00' },
    'another time': { at: directory + 12, bytes: '0x01' },
    'another checksum': { at: directory + 16, bytes: '0xdeadbeef' },
    'a size beyond the limit': { at: directory + 24, bytes: '0xffffffff' },
    'an attribute': { at: directory + 38, bytes: '0x20000000' },
    'a path that climbs': { at: directory + 46, bytes: text('../../') },
    'a name that differs in its header': { at: 30, bytes: text('C') },
    'a changed byte in a file': { at: 80, bytes: '0x00' },
    'a header that is none': { at: 0, bytes: '0x504b0305' },
  }
  return casesOf(inputs, (edit) =>
    Object.fromEntries(
      [...unzipBundle(edited(archive, edit))].map(([path, bytes]) => [path, fileHashOf(bytes)]),
    ),
  )
}

/** The sample round as an archive, and what is wrong with others. */
export function bundleVectors(round: SampleRound) {
  // The one large picture is left out: it would be most of the archive, and its address has a vector of its own.
  const archive = zipBundle(new Map([...round.files].filter(([, bytes]) => bytes.length < 100_000)))
  return { archive, files: { zip: () => zipVectors(archive) } }
}
