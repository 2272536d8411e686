import { importBytes } from 'ipfs-unixfs-importer'
import type { CID } from 'multiformats/cid'

/** Only the address is wanted, so the blocks are let go as soon as they have theirs. */
const forgetfulStore = { put: (cid: CID) => cid }

/**
 * The address IPFS gives a file: CIDv1, UnixFS, chunks of 262,144 bytes, raw leaves, 174 links a node,
 * base32 lower case (`ipfs add --cid-version=1`). A file of one chunk is its own raw leaf.
 */
export async function contentCidOf(bytes: Uint8Array): Promise<string> {
  const { cid } = await importBytes(bytes, forgetfulStore, {
    // The importer's name for chunks of 262,144 bytes and 174 links a node (IPIP-499); the rest is ours.
    profile: 'unixfs-v0-2015',
    cidVersion: 1,
    rawLeaves: true,
    reduceSingleLeafToSelf: true,
    wrapWithDirectory: false,
  })
  return cid.toString()
}
