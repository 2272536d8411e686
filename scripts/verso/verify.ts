import { readFile } from 'node:fs/promises'
import { type Address, addressSchema } from '#lib/protocol/primitives.ts'
import { parseReceipt } from '#lib/protocol/receipt.ts'
import type { ReadCredentials } from '#lib/protocol/verify/picture-credentials.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { rpcReader } from './chain-reader.ts'
import { openJudgePool } from './judge/judge-pool.ts'
import { loadBundle } from './load-bundle.ts'
import { reportText } from './print-report.ts'
import { otherReaders, readRpcFlags } from './rpc-flags.ts'
import { UsageError } from './usage.ts'

export type VerifyFlags = {
  json?: boolean
  rpc?: string[] | undefined
  collection?: string
  receipt?: string[]
  offline?: boolean
}

/** `verso verify`: prints the report and answers its exit code. */
export async function verifyCommand(source: string, flags: VerifyFlags): Promise<number> {
  const collection = flags.collection === undefined ? undefined : parseAddress(flags.collection)
  const receipts = await Promise.all((flags.receipt ?? []).map(readReceipt))
  const bundle = await loadBundle(source).catch((error: unknown) => {
    throw new UsageError(`cannot read ${source}: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (flags.rpc && flags.offline) throw new UsageError('--rpc and --offline exclude each other')
  const asked = readRpcFlags(flags.rpc ?? [])
  const rpc = flags.offline ? undefined : (asked.home ?? process.env.CHAIN_RPC_URL)
  const { judge, close } = openJudgePool()
  const report = await verifyBundle(bundle, {
    judge,
    ...(rpc ? { chain: rpcReader(rpc) } : {}),
    chainFor: otherReaders(asked),
    ...(collection ? { collection } : {}),
    receipts,
    credentials: readPicture,
  }).finally(close)
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR
  process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, colours))
  return report.exitCode
}

/** The engine is large, and many bundles have no pictures. */
const readPicture: ReadCredentials = async (picture, mime, root) => {
  const { readCredentials } = await import('#lib/provenance/adapters/read-credentials.ts')
  return readCredentials(picture, mime, root)
}

function parseAddress(text: string): Address {
  const parsed = addressSchema.safeParse(text.toLowerCase())
  if (!parsed.success) throw new UsageError(`--collection ${text} is no address`)
  return parsed.data
}

async function readReceipt(file: string) {
  try {
    return parseReceipt(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new UsageError(`--receipt ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
