import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoAnswers, removeDemo, runFileOf, startDemo } from '#scripts/testing/run-demo.ts'

/** An instance as it is before anybody founded a community; it ends with what started it. */
export async function freshInstance() {
  const folder = await mkdtemp(join(tmpdir(), 'verso-fresh-'))
  const demo = startDemo({ VERSO_DATA: folder, VERSO_SEED: '0', VERSO_WATCH_PARENT: '1' })
  const end = async () => {
    demo.child.kill('SIGINT')
    await demo.ended
    removeDemo(folder)
  }
  try {
    await demoAnswers(demo)
    return { origin: runFileOf(folder).url ?? '', end }
  } catch (error) {
    await end()
    throw error
  }
}
