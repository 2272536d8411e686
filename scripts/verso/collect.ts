import { type Collected, collectBlobs } from '#lib/flows/collect/collect-blobs.ts'
import { openDb } from '#lib/platform/db.ts'
import { parseEnv } from '#lib/platform/env.ts'
import { storageOf } from '#lib/platform/storage.ts'
import { UsageError } from './usage.ts'

type Flags = { delete?: boolean; 'even-most'?: boolean; json?: boolean }

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes === 0 ? 0 : Math.floor(Math.log2(bytes) / 10))
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`
}

function textOf({ named, young, unnamed, deleted, isHeldBack }: Collected, isDelete: boolean): string {
  const lines = [
    ['named by a row', named],
    ['too young to go', young],
    ['named by none', unnamed],
    ...(isDelete ? ([['deleted', deleted]] as const) : []),
  ] as const
  const table = lines.map(
    ([what, { blobs, bytes }]) =>
      `${what.padEnd(16)} ${String(blobs).padStart(8)}  ${sizeText(bytes).padStart(10)}`,
  )
  const end = isHeldBack
    ? 'Most of what is stored belongs to no row: is this the database of this store? Nothing was deleted; with --even-most it is.'
    : isDelete || unnamed.blobs === 0
      ? null
      : 'Nothing was deleted; with --delete it is.'
  return `${[...table, ...(end ? ['', end] : [])].join('\n')}\n`
}

/**
 * `verso collect`: counts the blobs that no row names, and with --delete deletes those that nobody put for a week.
 * @returns exit code: 0, or 1 when so much was to go that nothing went
 */
export async function collectCommand(
  args: string[],
  flags: Flags,
  source: NodeJS.ProcessEnv,
): Promise<number> {
  if (args.length > 0) throw new UsageError('collect takes no argument: it reads the environment')
  const settings = parseEnv(source)
  const db = openDb(settings.DATABASE_URL)
  const { delete: isDelete = false, 'even-most': evenMost = false } = flags
  try {
    const found = await collectBlobs(
      { db, storage: storageOf(settings) },
      { now: new Date(), isDelete, evenMost },
    )
    process.stdout.write(flags.json ? `${JSON.stringify(found)}\n` : textOf(found, isDelete))
    return found.isHeldBack ? 1 : 0
  } finally {
    await db.$disconnect()
  }
}
