import { type Allowlist, amountIn } from '#lib/protocol/allowlist.ts'
import { allowlistPath } from '#lib/protocol/manifest.ts'
import type { PowerRecord } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { said } from '#lib/protocol/said.ts'
import { readsAllowlist } from '#lib/protocol/strategy.ts'
import { compare } from './context.ts'
import type { CheckLog } from './report.ts'

/** Red where a list is not the one that the rules name, or says something else of a voter; nobody has to be asked. */
export function checkAllowlists(
  log: CheckLog,
  { rules, powers }: { rules: Rules; powers: readonly PowerRecord[] },
  lists: ReadonlyMap<Bytes32, Allowlist>,
): void {
  for (const [index, strategy] of rules.strategies.entries()) {
    if (!readsAllowlist(strategy)) continue
    const { allowlistRoot, rows } = strategy.params
    const file = allowlistPath(allowlistRoot)
    const list = lists.get(allowlistRoot)
    if (!list) {
      log.unknown({ file }, 'needs-file', 'cannot be checked without the list')
      continue
    }
    if (list.root !== allowlistRoot)
      log.red({ file }, 'allowlist-root', 'the lines give {root}, and the rules say {allowlistRoot}', {
        root: list.root,
        allowlistRoot,
      })
    else if (list.rows !== rows)
      log.red({ file }, 'allowlist-root', '{lines} lines, and the rules say {rows}', {
        lines: list.rows,
        rows,
      })
    else compareRaws(log, { index, list, powers, file })
  }
}

type Listed = { index: number; list: Allowlist; powers: readonly PowerRecord[]; file: string }

function compareRaws(log: CheckLog, { index, list, powers, file }: Listed): void {
  powers.forEach(({ account, shares }, row) => {
    const share = shares[index]
    if (!share) return
    const place = { file: 'powers.jsonl', line: row + 1, field: `shares[${index}].raw` }
    const pair = { what: said('the amount'), here: share.raw, there: amountIn(list, account), source: file }
    compare(log, place, 'power-raw', pair)
  })
}
