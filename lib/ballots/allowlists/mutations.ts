import { audit, type Ctx } from '#lib/platform/context.ts'
import type { Allowlist } from '#lib/protocol/allowlist.ts'

type Kept = { list: Pick<Allowlist, 'root' | 'rows'>; blob: string; communityId: string }

/** Keeps a list that was read; the same one again is the same row. */
export async function keepAllowlist({ ctx, input }: { ctx: Ctx; input: Kept }): Promise<void> {
  const { root, rows } = input.list
  await ctx.tx.allowlist.upsert({
    where: { root },
    create: { root, rows, blob: input.blob },
    update: {},
  })
  await audit(ctx, 'allowlist.keep', input.communityId, { root, rows })
}
