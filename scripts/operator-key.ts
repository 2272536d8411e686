import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { generatePrivateKey } from 'viem/accounts'

/** The demo's operator key: made once, readable by its owner only. */
export function operatorKey(dataDir: string): Hex {
  const file = join(dataDir, 'operator.key')
  if (!existsSync(file)) writeFileSync(file, `${generatePrivateKey()}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim() as Hex
}
