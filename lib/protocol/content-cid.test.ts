import { base32 } from 'multiformats/bases/base32'
import { describe, expect, it } from 'vitest'
import { bytesOf32, concatBytes, sha256, sha256Bytes32, utf8 } from './bytes.ts'
import { contentCidOf } from './content-cid.ts'
import { digestOfRawCid, rawCidOf } from './raw-cid.ts'

const CHUNK = 262_144
const HELLO = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'

/** Bytes in which no two chunks are alike. */
function pattern(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i += 1) bytes[i] = (i ^ (i >> 8) ^ (i >> 16)) & 255
  return bytes
}

type Node = { cid: Uint8Array; total: number; content: number }

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Uint8Array.of(...bytes, rest)
}

const field = (tag: number, bytes: Uint8Array) => concatBytes(Uint8Array.of(tag), varint(bytes.length), bytes)
const number = (tag: number, value: number) => concatBytes(Uint8Array.of(tag), varint(value))
const cidOf = (codec: number, bytes: Uint8Array) =>
  concatBytes(Uint8Array.of(1, codec, 0x12, 0x20), sha256(bytes))

function leaf(bytes: Uint8Array): Node {
  return { cid: cidOf(0x55, bytes), total: bytes.length, content: bytes.length }
}

/** A DAG-PB node with UnixFS file data, spelled out from the protobuf definitions. */
function parent(children: Node[]): Node {
  const content = children.reduce((sum, child) => sum + child.content, 0)
  const links = children.map(({ cid, total }) =>
    field(0x12, concatBytes(field(0x0a, cid), field(0x12, new Uint8Array()), number(0x18, total))),
  )
  const data = concatBytes(
    number(0x08, 2),
    number(0x18, content),
    ...children.map((c) => number(0x20, c.content)),
  )
  const bytes = concatBytes(...links, field(0x0a, data))
  const total = bytes.length + children.reduce((sum, child) => sum + child.total, 0)
  return { cid: cidOf(0x70, bytes), total, content }
}

function referenceCid(bytes: Uint8Array): string {
  let level: Node[] = []
  for (let i = 0; i < bytes.length; i += CHUNK) level.push(leaf(bytes.subarray(i, i + CHUNK)))
  while (level.length > 1) {
    const next: Node[] = []
    for (let i = 0; i < level.length; i += 174) next.push(parent(level.slice(i, i + 174)))
    level = next
  }
  return base32.encode(level[0]?.cid ?? new Uint8Array())
}

describe('contentCidOf', () => {
  it('gives what IPFS gives for files of one chunk', async () => {
    expect(await contentCidOf(utf8('hello world'))).toBe(HELLO)
    expect(await contentCidOf(new Uint8Array())).toBe(
      'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku',
    )
  })

  it('is a raw leaf up to one chunk and a tree beyond it', async () => {
    const one = pattern(CHUNK)
    expect(await contentCidOf(one)).toBe(rawCidOf(sha256Bytes32(one)))
    expect(await contentCidOf(pattern(CHUNK + 1))).toBe(referenceCid(pattern(CHUNK + 1)))
    expect(await contentCidOf(pattern(3 * CHUNK))).toBe(referenceCid(pattern(3 * CHUNK)))
  })

  it('has 174 links in a node and as many levels as it takes', async () => {
    const full = pattern(174 * CHUNK)
    expect(await contentCidOf(full)).toBe(referenceCid(full))
    const more = pattern(175 * CHUNK + 5)
    expect(await contentCidOf(more)).toBe(referenceCid(more))
  })
})

describe('rawCidOf', () => {
  it('is the inverse of digestOfRawCid', () => {
    const digest = sha256Bytes32(utf8('hello world'))
    expect(rawCidOf(digest)).toBe(HELLO)
    expect(digestOfRawCid(HELLO)).toBe(digest)
    expect(base32.decode(HELLO).slice(4)).toEqual(bytesOf32(digest))
  })

  it.each([
    ['', 'nothing'],
    ['QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPBdG', 'version 0'],
    [HELLO.toUpperCase(), 'upper case'],
    [`${HELLO.slice(0, -1)}f`, 'stray bits at the end'],
    [`${HELLO}a`, 'a letter more'],
    ['bafybeihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku', 'another codec'],
    ['zb2rhe5P4gXftAwvA4eXQ5HJwsER2owDyS9sKaQRRVQPn93bA', 'another base'],
  ])('refuses %s (%s)', (text) => {
    expect(() => digestOfRawCid(text)).toThrow(expect.objectContaining({ code: 'cid-invalid' }))
  })
})
