import { createMerkleProof, createMPT } from '@ethereumjs/mpt'
import { expect, it } from 'vitest'
import { bytesToHex, utf8 } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import { sequenceOf } from '#lib/protocol/verify/sample-mutants.ts'
import { decodeHeader, encodeHeader } from './header.ts'
import { trieNodes } from './trie.ts'

it('reads what another implementation wrote, and nothing else, whatever the keys and sizes', async () => {
  const dice = sequenceOf(7)
  const bytes = (length: number) => Uint8Array.from({ length }, () => dice(256))
  for (const rows of [1, 2, 3, 17, 60, 200]) {
    const trie = await createMPT()
    const entries = new Map<string, { key: Uint8Array; value: Uint8Array }>()
    for (let row = 0; row < rows; row += 1) {
      // Short keys share beginnings and end on the way to others; hashed ones are as long as those of a state.
      const key = row % 3 === 0 ? keccak256(utf8(`${row}`)) : bytes(1 + dice(3))
      const entry = { key, value: bytes(1 + dice(80)) }
      entries.set(bytesToHex(key), entry)
      await trie.put(entry.key, entry.value)
    }
    const root = bytesToHex(trie.root())
    for (const { key, value } of entries.values()) {
      const nodes = await createMerkleProof(trie, key)
      const reading = trieNodes(nodes)
      expect(reading.read(root, key)).toEqual(value)
      const passed = reading.passed().flatMap((place) => nodes[place] ?? [])
      expect(trieNodes(passed).read(root, key)).toEqual(value)
      const changed = passed.map((node, place) =>
        place === passed.length - 1 ? node.with(-1, (node.at(-1) ?? 0) ^ 1) : node,
      )
      expect(() => trieNodes(changed).read(root, key)).toThrow('is missing')
    }
    for (const key of Array.from({ length: 20 }, () => bytes(2))) {
      const expected = await trie.get(key)
      expect(trieNodes(await createMerkleProof(trie, key)).read(root, key)).toEqual(expected)
    }
  }
})

it('hashes a header as its chain did: the first block of Ethereum after the genesis', () => {
  const empty = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'
  const header = encodeHeader({
    parentHash: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
    sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
    miner: '0x05a56e2d52c817161883f50c441c3228cfe54d9f',
    stateRoot: '0xd67e4d450343046425ae4271474353857ab860dbc0a1dde64b41b5cd3a532bf3',
    transactionsRoot: empty,
    receiptsRoot: empty,
    logsBloom: `0x${'00'.repeat(256)}`,
    difficulty: '0x3ff800000',
    number: '0x1',
    gasLimit: '0x1388',
    gasUsed: '0x0',
    timestamp: '0x55ba4224',
    extraData: '0x476574682f76312e302e302f6c696e75782f676f312e342e32',
    mixHash: '0x969b900de27b6ac6a67742365dd65f55a0526c41fd18e1b16f1a1215c2e66f59',
    nonce: '0x539bd4979fef1ec4',
  })
  expect(decodeHeader(header)).toMatchObject({
    hash: '0x88e96d4537bea4d9c05d12549907b32561d3bf31f45aae734cdc119f13406cb6',
    number: '1',
    timestamp: 1_438_269_988,
  })
})
