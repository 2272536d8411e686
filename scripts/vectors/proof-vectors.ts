import { createMerkleProof, createMPT } from '@ethereumjs/mpt'
import { type Hex, toRlp } from 'viem'
import { bytesToHex, hexToBytes, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type BlockProof, provenBlock, receiptKey } from '#lib/protocol/proofs/block-proof.ts'
import { encodeHeader } from '#lib/protocol/proofs/header.ts'
import { type PowerProof, provenToken } from '#lib/protocol/proofs/power-proof.ts'
import { encodeReceipt, type ReceiptFields } from '#lib/protocol/proofs/receipt-logs.ts'
import { heldBy, type Layout, wordOf } from '#lib/protocol/proofs/storage-layout.ts'
import { trieNodes } from '#lib/protocol/proofs/trie.ts'
import { type Case, casesOf } from './case.ts'

const id = (name: string): Bytes32 => sha256Bytes32(utf8(`verso vector ${name}`))
const addressOf = (name: string): Address => id(name).slice(0, 42) as Address

/** A trie as a node of a chain keeps it, and the ways to some of its keys. */
async function trieOf(entries: readonly (readonly [key: Uint8Array, value: Uint8Array])[]) {
  const trie = await createMPT()
  for (const [key, value] of entries) await trie.put(key, value)
  const root = bytesToHex(trie.root())
  return {
    root,
    async nodesTo(...keys: Uint8Array[]): Promise<Hex[]> {
      const nodes = new Set<Hex>()
      for (const key of keys)
        for (const node of await createMerkleProof(trie, key)) nodes.add(bytesToHex(node))
      const found = [...nodes]
      const reading = trieNodes(found.map(hexToBytes))
      for (const key of keys) reading.read(root, key)
      return reading.passed().flatMap((place) => found[place] ?? [])
    },
  }
}

type Way = { root: Bytes32; nodes: Hex[]; key: Hex }

async function tries(): Promise<Case[]> {
  const bytes = (...list: number[]) => Uint8Array.from(list)
  const short = await trieOf([
    [bytes(0x12, 0x34), utf8('one')],
    [bytes(0x12, 0x35), utf8('two')],
    [bytes(0x12), utf8('a value on the way')],
    [bytes(0x77), utf8('three')],
  ])
  const single = await trieOf([[bytes(0xab, 0xcd), utf8('alone')]])
  const many = await trieOf(
    Array.from(
      { length: 300 },
      (_, index) => [keccak256(wordOf(BigInt(index))), utf8(`row ${index}`)] as const,
    ),
  )
  const way = async (trie: typeof short, key: Uint8Array): Promise<Way> => ({
    root: trie.root,
    nodes: await trie.nodesTo(key),
    key: bytesToHex(key),
  })
  const deep = await way(many, keccak256(wordOf(150n)))
  const [first = '0x', ...rest] = deep.nodes
  return casesOf(
    {
      'a leaf under a branch and an extension': await way(short, bytes(0x12, 0x35)),
      'a value of a branch': await way(short, bytes(0x12)),
      'a key that leaves an extension': await way(short, bytes(0x13)),
      'a key that ends inside an extension': await way(short, bytes()),
      'a key beyond a leaf': await way(short, bytes(0x77, 0x00)),
      'one leaf': await way(single, bytes(0xab, 0xcd)),
      'one leaf, another key': await way(single, bytes(0xab, 0xce)),
      'a trie of nothing': { root: bytesToHex(keccak256(bytes(0x80))), nodes: [], key: '0x01' },
      'three hundred rows': deep,
      'three hundred rows, a key that is not there': await way(many, keccak256(wordOf(300n))),
      'nodes in another order': { ...deep, nodes: deep.nodes.toReversed() },
      'a node missing': { ...deep, nodes: [first, ...rest.slice(1)] },
      'a node changed': { ...deep, nodes: [first, ...rest.map((node) => `${node.slice(0, -2)}00` as Hex)] },
      'another root': { ...deep, root: id('another root') },
    } satisfies Record<string, Way>,
    ({ root, nodes, key }) => {
      const value = trieNodes(nodes.map(hexToBytes)).read(root, hexToBytes(key))
      return value && bytesToHex(value)
    },
  )
}

const BLOOM: Hex = `0x${'00'.repeat(256)}`

function receiptOf(name: string, type: Hex, logs: number): ReceiptFields {
  const log = (index: number) => ({
    address: addressOf(`${name} contract`),
    topics: [id(`${name} topic`), id(`${name} ${index}`)].slice(0, index + 1),
    data: bytesToHex(utf8(`${name} log ${index}`)),
  })
  return {
    type,
    status: '0x1',
    cumulativeGasUsed: '0x5208',
    logsBloom: BLOOM,
    logs: Array.from({ length: logs }, (_, index) => log(index)),
  }
}

const headerOf = (roots: { receiptsRoot?: Bytes32; stateRoot?: Bytes32 }): Hex =>
  encodeHeader({
    parentHash: id('parent'),
    sha3Uncles: id('uncles'),
    miner: addressOf('miner'),
    stateRoot: id('state'),
    transactionsRoot: id('transactions'),
    receiptsRoot: id('receipts'),
    ...roots,
    logsBloom: BLOOM,
    difficulty: '0x0',
    number: '0x12d687',
    gasLimit: '0x1c9c380',
    gasUsed: '0x5208',
    timestamp: '0x6b49d200',
    extraData: '0x',
    mixHash: id('mix'),
    nonce: '0x0000000000000000',
    baseFeePerGas: '0x7',
  })

async function blockProofs(): Promise<Case[]> {
  const receipts = [
    receiptOf('a', '0x0', 1),
    receiptOf('b', '0x2', 2),
    receiptOf('c', '0x2', 0),
    ...Array.from({ length: 140 }, (_, index) => receiptOf(`row ${index}`, '0x2', 1)),
  ]
  const trie = await trieOf(
    receipts.map((receipt, index) => [receiptKey(index), hexToBytes(encodeReceipt(receipt))] as const),
  )
  const firstLogs = receipts.map((_, index) =>
    receipts.slice(0, index).reduce((sum, receipt) => sum + receipt.logs.length, 0),
  )
  const proofOf = async (...indexes: number[]): Promise<BlockProof> => ({
    chainId: 1,
    number: '1234567',
    header: headerOf({ receiptsRoot: trie.root }),
    transactions: indexes.map((index) => ({
      index,
      hash: id(`transaction ${index}`),
      logIndex: firstLogs[index] ?? 0,
    })),
    nodes: await trie.nodesTo(...indexes.map(receiptKey)),
  })
  const several = await proofOf(0, 1, 2, 128)
  const [first, second, ...others] = several.transactions
  return casesOf(
    {
      'a header alone': await proofOf(),
      'one receipt': await proofOf(1),
      'several receipts': several,
      'the number of another block': { ...several, number: '1234568' },
      'a node to spare': { ...several, nodes: [...several.nodes, ...(await proofOf(5)).nodes.slice(-1)] },
      'a node twice': { ...several, nodes: [...several.nodes, ...several.nodes.slice(-1)] },
      'a node missing': { ...several, nodes: several.nodes.slice(0, -1) },
      'nodes in another order': { ...several, nodes: several.nodes.toReversed() },
      'transactions out of order': {
        ...several,
        transactions: [second, first, ...others].flatMap((one) => one ?? []),
      },
      'a transaction that the block does not have': {
        ...several,
        transactions: [...several.transactions, { index: 4000, hash: id('none'), logIndex: 4000 }],
      },
      'logs that would overlap': {
        ...several,
        transactions: several.transactions.map((one) => ({ ...one, logIndex: 0 })),
      },
      'a header cut short': { ...(await proofOf()), header: `${headerOf({}).slice(0, -2)}` as Hex },
      'a header of 14 fields': { ...(await proofOf()), header: toRlp(Array(14).fill(id('field'))) },
    } satisfies Record<string, BlockProof>,
    (proof) => {
      const { header, logs } = provenBlock(proof)
      return { ...header, logs }
    },
  )
}

type Claim = { stateRoot: Bytes32; token: Address; accounts: Address[]; proof: PowerProof }

/** Slots in which a layout keeps what an account holds. */
function slotsOf(account: Address, layout: Layout, slot: bigint, held: bigint): [bigint, bigint][] {
  const reading = heldBy(account, layout, slot)
  const first = reading.next()
  if (first.done) return []
  if (layout === 'balance') return [[first.value, held]]
  const second = reading.next(2n)
  if (second.done) return []
  return [
    [first.value, 2n],
    [second.value, (held << (layout === 'votes-208' ? 48n : 32n)) | 1234n],
  ]
}

async function claimOf(layout: Layout): Promise<Claim> {
  const token = addressOf('token')
  const accounts = ['ada', 'ben', 'cleo', 'nobody'].map(addressOf)
  const slots = accounts
    .slice(0, 3)
    .flatMap((account, index) => slotsOf(account, layout, 9n, 10n ** 18n * BigInt(index + 1)))
  const filling = Array.from({ length: 60 }, (_, index): [bigint, bigint] => [
    BigInt(index),
    BigInt(index + 1),
  ])
  const storage = await trieOf(
    [...slots, ...filling].map(
      ([slot, value]) => [keccak256(wordOf(slot)), hexToBytes(toRlp(`0x${evenHex(value)}`))] as const,
    ),
  )
  const account = toRlp(['0x01', '0x', storage.root, id('code')])
  const state = await trieOf([
    ...accounts.map(
      (other) =>
        [keccak256(hexToBytes(other)), hexToBytes(toRlp(['0x', '0x', id(other), id('none')]))] as const,
    ),
    [keccak256(hexToBytes(token)), hexToBytes(account)],
  ])
  const passed = accounts.flatMap((holder, index) => {
    const ways = slotsOf(holder, layout, 9n, 0n).map(([slot]) => keccak256(wordOf(slot)))
    return index < 3 ? ways : ways.slice(0, 1)
  })
  const proof: PowerProof = {
    strategy: 0,
    layout,
    slot: '9',
    account: await state.nodesTo(keccak256(hexToBytes(token))),
    storage: await storage.nodesTo(...passed),
  }
  return { stateRoot: state.root, token, accounts, proof }
}

const evenHex = (value: bigint) => {
  const hex = value.toString(16)
  return hex.length % 2 === 0 ? hex : `0${hex}`
}

async function powerProofs(): Promise<Case[]> {
  const votes = await claimOf('votes-208')
  const cards = await claimOf('balance')
  const changed = (proof: Partial<PowerProof>): Claim => ({ ...votes, proof: { ...votes.proof, ...proof } })
  return casesOf(
    {
      'votes of OpenZeppelin 5': votes,
      'votes of OpenZeppelin 4': await claimOf('votes-224'),
      balances: cards,
      'accounts in another order': { ...votes, accounts: votes.accounts.toReversed() },
      'fewer accounts: nodes to spare': { ...votes, accounts: votes.accounts.slice(0, 2) },
      'a node of the storage missing': changed({ storage: votes.proof.storage.slice(0, -1) }),
      'a node of the state missing': changed({ account: votes.proof.account.slice(1) }),
      'another state': { ...votes, stateRoot: id('another state') },
      'a token that is not there': { ...votes, token: addressOf('another token') },
    } satisfies Record<string, Claim>,
    ({ stateRoot, token, accounts, proof }) => {
      const proven = provenToken(stateRoot, token, proof)
      const held = accounts.map((account) => String(proven.held(account)))
      return { codeHash: proven.codeHash, held, inOrder: proven.passedInOrder() }
    },
  )
}

export const proofVectors = { tries, 'block-proofs': blockProofs, 'power-proofs': powerProofs }
