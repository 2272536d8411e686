import { bytesToHex, hexToBytes, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { orderHashOf } from '#lib/protocol/candidates.ts'
import { canonicalText, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import { consistencyPath, inclusionPath, leafHashOf, logRoot } from '#lib/protocol/log-tree.ts'
import type { Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { tieLot } from '#lib/protocol/tie.ts'
import { winnerProof, winnersInLeafOrder, winnersRoot } from '#lib/protocol/winners.ts'
import { type Case, caseOf, casesOf } from './case.ts'

const id = (name: string): Bytes32 => sha256Bytes32(utf8(`verso vector ${name}`))
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const JSON_TEXTS = {
  'an object': '{"a":1,"b":[true,false,null,"x"]}',
  'keys by UTF-16 code unit': '{"😀":1,"ﬀ":2}',
  'keys in another order': '{"b":1,"a":2}',
  'a space': '{"a": 1}',
  'a newline at the end': '{"a":1}\n',
  'escapes as they must be': '"\\b\\t\\n\\f\\r\\"\\\\\\u001f\u007f/é😀"',
  'an escaped solidus': '"\\/"',
  'an escape in capitals': '"\\u001F"',
  'an escape that is none': '"\\x41"',
  'the largest integer': '9007199254740991',
  'one more': '9007199254740992',
  'a fraction': '1.5',
  'an integer written as a fraction': '1.0',
  'an integer with an exponent': '1e2',
  'minus zero': '-0',
  'a leading zero': '01',
  'not a number': 'NaN',
  'a key twice': '{"a":1,"a":1}',
  'a lone surrogate': '"\\ud800"',
  'text outside NFC': '"e\u0301"',
  'text in NFC': '"\u00e9"',
  'a null character': '"\\u0000"',
  'U+FEFF inside': '"a\ufeff"',
  'U+FEFF at the start': '\ufeff{}',
  '64 levels': nested(64),
  '65 levels': nested(65),
  nothing: '',
  'half an object': '{"a":',
}

async function jsonVectors(): Promise<Case[]> {
  const texts = await casesOf(JSON_TEXTS, (text) => canonicalText(parseCanonical(utf8(text))))
  const bytes = await casesOf({ 'bytes that are no UTF-8': '0x22ff22' }, (hex) =>
    canonicalText(parseCanonical(hexToBytes(hex))),
  )
  return [...texts, ...bytes]
}

const LINES = {
  'no rows': '',
  'two rows': '{"a":1}\n{"a":2}\n',
  'no newline at the end': '{"a":1}\n{"a":2}',
  'an empty row': '{"a":1}\n\n',
  'a carriage return': '{"a":1}\r\n',
}

async function hashVectors(): Promise<Case[]> {
  const content: FileHash = `sha256:${id('content').slice(2)}`
  const block = id('block')
  const round = id('round')
  const filled = (length: number) =>
    Uint8Array.from({ length }, (_, at) => (at ^ (at >> 8) ^ (at >> 16)) & 255)
  const keccak = await casesOf(
    {
      'Keccak of nothing': '0x',
      'Keccak of 136 bytes': `0x${'61'.repeat(136)}`,
      'Keccak of 200 bytes': `0x${'61'.repeat(200)}`,
    },
    (hex) => bytesToHex(keccak256(hexToBytes(hex))),
  )
  const order = await caseOf('candidate order', { round, content }, () => orderHashOf(round, content))
  const lot = await caseOf('tie lot', { round, block, content }, () => tieLot(round, block, content))
  const raw = await caseOf('address of a token document', { digest: round }, () => rawCidOf(round))
  const sizes = [0, 1, 262_144, 262_145, 1_000_000, 174 * 262_144 + 1]
  const cids = await Promise.all(
    sizes.map((size) => caseOf(`address of ${size} bytes`, { size }, () => contentCidOf(filled(size)))),
  )
  return [...keccak, order, lot, raw, ...cids]
}

async function treeVectors(): Promise<Case[]> {
  const of = async (size: number): Promise<Case> => {
    const leaves = Array.from({ length: size }, (_, at) => bytesToHex(utf8(`leaf ${at}`)))
    const hashes = leaves.map((leaf) => leafHashOf(hexToBytes(leaf)))
    return caseOf(`${size} leaves`, { leaves }, () => ({
      root: logRoot(hashes),
      inclusion: hashes.map((_, at) => inclusionPath(hashes, at)),
      consistency: hashes.map((_, at) => consistencyPath(hashes, at + 1)),
    }))
  }
  return Promise.all([0, 1, 2, 3, 7, 8].map(of))
}

async function winnerVectors(): Promise<Case[]> {
  const roundId = id('round')
  const of = async (count: number): Promise<Case> => {
    const rows = Array.from({ length: count }, (_, at) => ({
      rank: at + 1,
      number: 10 * at + 7,
      tokenDigest: id(`document ${at}`),
      recipient: `0x${id(`recipient ${at}`).slice(26)}` as const,
    }))
    return caseOf(`${count} winners`, { roundId, rows }, () => ({
      root: winnersRoot(roundId, rows),
      leafOrder: winnersInLeafOrder(roundId, rows).map(({ rank }) => rank),
      proofs: rows.map(({ rank }) => winnerProof(roundId, rows, rank)),
    }))
  }
  return Promise.all([0, 1, 2, 3, 7].map(of))
}

export const byteVectors = {
  json: jsonVectors,
  lines: () => casesOf(LINES, (text) => parseJsonLines(utf8(text))),
  hashes: hashVectors,
  trees: treeVectors,
  winners: winnerVectors,
}
