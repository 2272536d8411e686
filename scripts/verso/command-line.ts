import { parseArgs } from 'node:util'
import { inspectCommand } from './inspect.ts'
import { homeRpc } from './rpc-flags.ts'
import { snapshotCommand } from './snapshot.ts'
import { USAGE, UsageError } from './usage.ts'
import { verifyCommand } from './verify.ts'
import { watchCommand } from './watch.ts'

const EXIT_USAGE = 64

function readCommandLine(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        rpc: { type: 'string', multiple: true },
        collection: { type: 'string' },
        receipt: { type: 'string', multiple: true },
        round: { type: 'string' },
        state: { type: 'string' },
        every: { type: 'string' },
        once: { type: 'boolean' },
        evidence: { type: 'string' },
        out: { type: 'string' },
        root: { type: 'string' },
        sidecar: { type: 'string' },
        instance: { type: 'string' },
        gateway: { type: 'string' },
        powers: { type: 'boolean' },
        offline: { type: 'boolean' },
        url: { type: 'string' },
        kind: { type: 'string' },
        model: { type: 'string' },
        price: { type: 'string' },
        'key-file': { type: 'string' },
        render: { type: 'boolean' },
        'yes-spend': { type: 'boolean' },
        delete: { type: 'boolean' },
        'even-most': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function dispatch(args: string[]): Promise<number> {
  const { values, positionals } = readCommandLine(args)
  const [command, source, ...rest] = positionals
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (command === 'doctor') {
    if (source !== undefined) throw new UsageError('doctor takes no argument: it reads the environment')
    // Alone in needing the database’s client, which takes a second to load.
    const { doctorCommand } = await import('./doctor.ts')
    return doctorCommand(values, process.env)
  }
  if (command === 'credentials') {
    // Alone in needing what makes certificates.
    const { credentialsCommand } = await import('./credentials.ts')
    return credentialsCommand(positionals.slice(1), values, process.env)
  }
  if (command === 'provider') {
    // Alone in needing the adapters, and what decodes a picture.
    const { providerCommand } = await import('./provider.ts')
    return providerCommand(positionals.slice(1), values, process.env)
  }
  if (command === 'collect') {
    // Like the doctor it needs the database’s client.
    const { collectCommand } = await import('./collect.ts')
    return collectCommand(positionals.slice(1), values, process.env)
  }
  if (command === 'watch') {
    if (source === undefined || rest.length > 0) throw new UsageError('watch takes one address')
    return watchCommand(source, { ...values, rpc: homeRpc(values.rpc) }, process.env)
  }
  if (command === 'record') {
    if (source === undefined || rest.length > 0) throw new UsageError('record takes one bundle')
    // Alone in needing what builds tries.
    const { recordCommand } = await import('./record.ts')
    return recordCommand(source, { ...values, rpc: homeRpc(values.rpc) })
  }
  if (command === 'snapshot') return snapshotCommand(positionals.slice(1), values)
  if (command !== 'verify' && command !== 'inspect') throw new UsageError(`no command ${command ?? 'given'}`)
  if (source === undefined || rest.length > 0)
    throw new UsageError(`${command} takes one bundle${command === 'inspect' ? ', picture or token' : ''}`)
  return command === 'verify' ? verifyCommand(source, values) : inspectCommand(source, values, process.env)
}

/** Carries out a command line of verso and answers its exit code. */
export async function runVerso(args: string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`verso: ${error.message}\n\n${USAGE}`)
    return EXIT_USAGE
  }
}
