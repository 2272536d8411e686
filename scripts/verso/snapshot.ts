import { recountSnapshot } from '#lib/interop/snapshot/recount.ts'
import { SnapshotError } from '#lib/interop/snapshot/snapshot-error.ts'
import { askHub } from './snapshot/ask-hub.ts'
import { snapshotJson, snapshotText } from './snapshot/print.ts'
import { readFiles } from './snapshot/read-files.ts'
import { UsageError } from './usage.ts'
import { plainText } from './watch/tell.ts'

export type SnapshotFlags = { json?: boolean; url?: string }

const CANNOT_BE_SAID = 2

function hubOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`--url ${url} is no address of a hub`)
  return url
}

/** `verso snapshot`: counts a closed Snapshot proposal again and answers the exit code. */
export async function snapshotCommand(sources: readonly string[], flags: SnapshotFlags): Promise<number> {
  const [first, ...rest] = sources
  if (first === undefined)
    throw new UsageError('snapshot takes files, folders, or with --url a proposal’s id')
  if (flags.url !== undefined && rest.length > 0) throw new UsageError('--url goes with one proposal’s id')
  try {
    const files = flags.url === undefined ? await readFiles(sources) : await askHub(hubOf(flags.url), first)
    const report = recountSnapshot(files)
    process.stdout.write(flags.json ? snapshotJson(report) : snapshotText(report))
    return report.exitCode
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    process.stderr.write(`verso: ${error.code}: ${plainText(error.message)}\n`)
    return CANNOT_BE_SAID
  }
}
