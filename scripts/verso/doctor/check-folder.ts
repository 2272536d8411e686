import { randomBytes } from 'node:crypto'
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const ABOUT = 'VERSO_DATA'
const LITTLE_BYTES = 2 * 1024 ** 3

/** The folder of pictures can be written, and there is room. */
export async function checkFolder(folder: string): Promise<Finding[]> {
  const probe = join(folder, `.doctor-${randomBytes(6).toString('hex')}`)
  try {
    const before = await stat(folder).catch(() => null)
    if (!before) await mkdir(folder, { recursive: true })
    await writeFile(probe, 'doctor', { flag: 'wx' })
    await rm(probe)
  } catch (error) {
    return [wrong(ABOUT, `It cannot be written: ${causeOf(error)}`, 'Give it to the user that runs Verso.')]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const room = `${(free / 1024 ** 3).toFixed(1)} GiB free`
  const space =
    free < LITTLE_BYTES
      ? note(ABOUT, `Only ${room}.`, 'A round of 1,000 works takes about 2 GiB.')
      : ok(ABOUT, `It can be written; ${room}.`)
  if (isAbsolute(folder)) return [space]
  return [
    space,
    note(
      ABOUT,
      `${folder} is relative to where a process is started.`,
      'Write the whole path: app and worker share it.',
    ),
  ]
}
