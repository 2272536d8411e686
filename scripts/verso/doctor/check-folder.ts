import { randomBytes } from 'node:crypto'
import { mkdir, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const ABOUT = 'VERSO_DATA'
const LITTLE_BYTES = 2 * 1024 ** 3

/** Takes away the folders that were made on the way to one, from there up; one that is in use stays. */
async function unmake(folder: string, first: string): Promise<void> {
  for (let at = resolve(folder); at !== dirname(first); at = dirname(at)) await rmdir(at)
}

/** The folder of pictures can be written, and there is room. One that is not there is not left behind. */
export async function checkFolder(folder: string): Promise<Finding[]> {
  const probe = join(folder, `.doctor-${randomBytes(6).toString('hex')}`)
  let free: number
  try {
    const made = await mkdir(folder, { recursive: true })
    await writeFile(probe, 'doctor', { flag: 'wx' })
    await rm(probe)
    const { bavail, bsize } = await statfs(folder)
    free = bavail * bsize
    if (made) await unmake(folder, resolve(made)).catch(() => {})
  } catch (error) {
    return [wrong(ABOUT, `It cannot be written: ${causeOf(error)}`, 'Give it to the user that runs Verso.')]
  }
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
