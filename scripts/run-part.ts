import { spawn } from 'node:child_process'

export type PartResult = { name: string; ok: boolean; milliseconds: number; output: string }

/** Runs one part of a check to its end and keeps what it printed. */
export function runPart(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<PartResult> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    const settle = (ok: boolean) =>
      resolve({
        name,
        ok,
        milliseconds: performance.now() - started,
        output: Buffer.concat(chunks).toString().trim(),
      })
    child.once('error', () => settle(false))
    child.once('close', (code) => settle(code === 0))
  })
}

/** One line a part; what it printed only when it failed, or when it is worth a line. */
export function tellPart({ name, ok, milliseconds, output }: PartResult, remark = ''): void {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.padStart(7)}${remark && `  ${remark}`}`)
  if (!ok) console.log(output.replace(/^/gm, '    '))
}
