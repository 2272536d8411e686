import type { Hex } from 'viem'
import { anvilClients } from './anvil.ts'
import { hashInJournal, type JournalBlock, type Replay, stepsAfter } from './chain-journal.ts'

type Clients = ReturnType<typeof anvilClients>

const request = ({ control }: Clients, method: string, params: unknown[]) =>
  control.request({ method: method as never, params: params as never })

/** Mines a block with the transactions and the time that it had, which makes it the very same block. */
async function mineAgain(clients: Clients, { number, hash, time, raw }: JournalBlock): Promise<void> {
  const { control, reader } = clients
  for (const serializedTransaction of raw)
    await request(clients, 'eth_sendRawTransaction', [serializedTransaction])
  await control.setNextBlockTimestamp({ timestamp: BigInt(time) })
  await control.mine({ blocks: 1 })
  const mined = await reader.getBlock({ blockTag: 'latest' })
  if (Number(mined.number) !== number || mined.hash !== hash)
    throw new Error(`block ${number} of the local chain could not be made again as it was`)
}

/** Whether the state that a chain woke up with lies on the way that the journal tells. */
export async function isOnJournal(url: string, replay: Replay): Promise<boolean> {
  const head = await anvilClients(url).reader.getBlock({ blockTag: 'latest' })
  const [first] = replay.steps.flatMap((step) => ('block' in step ? [step.block.number] : []))
  const number = Number(head.number)
  // A state that is older or newer than all the journal tells of contradicts nothing.
  if (first === undefined || number < first) return first === undefined || number === first - 1
  const known = hashInJournal(replay, number)
  return known === null || known === head.hash
}

/** Brings a chain from the state it woke up with to where the journal ends. */
export async function replayJournal(url: string, replay: Replay): Promise<void> {
  const clients = anvilClients(url)
  const head = Number(await clients.reader.getBlockNumber())
  await clients.control.setAutomine(false)
  for (const step of stepsAfter(replay, head)) {
    if ('block' in step) await mineAgain(clients, step.block)
    else await request(clients, step.call.method, step.call.params)
  }
  await clients.control.setAutomine(true)
  // The chain may refuse what it has, or what was refused at first.
  for (const raw of replay.unmined) await request(clients, 'eth_sendRawTransaction', [raw]).catch(() => {})
}

/** The blocks from the newest down to the first that `isNoted` knows, oldest first. */
export async function newBlocks(
  url: string,
  isNoted: (number: number, hash: Hex) => boolean,
): Promise<JournalBlock[]> {
  const clients = anvilClients(url)
  const blocks: JournalBlock[] = []
  let block = await clients.reader.getBlock({ blockTag: 'latest' })
  while (block.number > 0n && !isNoted(Number(block.number), block.hash)) {
    const raw: Hex[] = []
    for (const hash of block.transactions)
      raw.push(await clients.reader.request({ method: 'eth_getRawTransactionByHash', params: [hash] }))
    blocks.unshift({ number: Number(block.number), hash: block.hash, time: Number(block.timestamp), raw })
    block = await clients.reader.getBlock({ blockHash: block.parentHash })
  }
  return blocks
}
