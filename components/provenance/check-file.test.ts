import { describe, expect, it } from 'vitest'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { fileHashOf, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import type { ReadCredentials } from '#lib/protocol/verify/picture-credentials.ts'
import { sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type CheckMeans, checkFile, type FileProgress } from './check-file.ts'

const round = await sampleRound()
const bundle = new File([zipBundle(round.files) as BlobPart], 'bundle.zip')
const alone = { receipts: [], rpcUrl: null, collection: null }
const never = () => {
  throw new Error('no chain was named')
}

function receiptOf(index: number): File {
  const { leaves, heads } = round.input
  const tree = new LogTree(leaves.map((leaf) => leafHashOf(leafBytes(leaf))))
  const sealed = heads.at(-1)
  const receipt = {
    leaf: leaves[index],
    leafIndex: index,
    path: tree.inclusionPath(index, leaves.length),
    head: sealed?.head,
    headSignature: sealed?.signature,
  }
  return new File([JSON.stringify(receipt)], 'receipt.json')
}

describe('checkFile', () => {
  it('reads, unpacks, checks in order, and asks no chain that was not named', async () => {
    const told: FileProgress[] = []
    const answer = await checkFile({ bundle, ...alone }, (progress) => told.push(progress), {
      chainAt: never,
    })
    expect(answer).toMatchObject({
      kind: 'done',
      result: {
        name: 'bundle.zip',
        bytes: bundle.size,
        report: { colour: 'unknown', title: 'Tidal studies' },
        node: null,
      },
    })
    expect(told.map((progress) => ('check' in progress ? progress.check : progress.kind))).toEqual([
      'reading',
      'unpacking',
      '4',
      '1',
      '2',
      '3',
      '5',
      '6',
      '7',
      '7b',
      '8',
      '9',
    ])
  })

  it('is right against the chain that was named, and knows the receipt', async () => {
    const asked: string[] = []
    const request = {
      bundle,
      receipts: [receiptOf(1), new File(['{'], 'broken.json'), new File(['{}'], 'other.json')],
      rpcUrl: 'https://node.example',
      collection: round.input.rules.collection,
    }
    const answer = await checkFile(request, () => {}, {
      chainAt: (url) => {
        asked.push(url)
        return sampleReader(round)
      },
    })
    expect(asked).toEqual(['https://node.example'])
    expect(answer).toMatchObject({
      kind: 'done',
      result: {
        report: { colour: 'attested' },
        node: 'node.example',
        receipts: [
          { name: 'receipt.json', fault: null },
          { name: 'broken.json', fault: 'it is not written in JSON' },
          { name: 'other.json', fault: expect.stringContaining('receipt') },
        ],
      },
    })
  })

  it('names the file of a bundle that was changed', async () => {
    const files = new Map(round.files)
    files.set('voids.jsonl', new Uint8Array())
    const changed = new File([zipBundle(files) as BlobPart], 'bundle.zip')
    const answer = await checkFile({ bundle: changed, ...alone }, () => {})
    if (answer.kind !== 'done') throw new Error('it was not checked')
    const { checks, colour } = answer.result.report
    expect(colour).toBe('red')
    expect(checks[0]?.findings[0]).toMatchObject({ file: 'voids.jsonl' })
  })

  it('reads what the pictures say where it is given a reader, and leaves it to trust where it is not', async () => {
    const root = utf8('a certificate')
    const signed = await sampleRound({ change: { c2paRoot: sha256Bytes32(root) } })
    signed.files.set(workPath(sha256Bytes32(root)), root)
    const given = { bundle: new File([zipBundle(signed.files) as BlobPart], 'bundle.zip'), ...alone }
    const read: string[] = []
    const theirs: ReadCredentials = async (picture, mime) => {
      read.push(`${fileHashOf(picture)} ${mime}`)
      return { standing: 'foreign', failures: [], recipe: null }
    }
    const worksOf = async (means: CheckMeans) => {
      const answer = await checkFile(given, () => {}, means)
      if (answer.kind !== 'done') throw new Error('it was not checked')
      return answer.result.report.checks.find(({ id }) => id === '2')?.findings.map(({ code }) => code)
    }
    expect(await worksOf({ credentials: theirs })).toContain('credentials-others')
    const pictures = signed.input.candidates.map(({ contentHash, mime }) => `${contentHash} ${mime}`)
    expect(read.toSorted()).toEqual(pictures.toSorted())
    expect(await worksOf({})).not.toContain('credentials-others')
  })

  it('does not begin with what is no archive, or cannot be read', async () => {
    const text = new File(['a letter to the operator'], 'letter.zip')
    expect(await checkFile({ bundle: text, ...alone }, () => {})).toEqual({
      kind: 'failed',
      code: 'not-a-zip',
    })
    const gone = new File([], 'gone.zip')
    gone.stream = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
    expect(await checkFile({ bundle: gone, ...alone }, () => {})).toEqual({
      kind: 'failed',
      code: 'file-unreadable',
    })
  })
})
