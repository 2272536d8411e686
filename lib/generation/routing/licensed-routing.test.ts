import { expect, it } from 'vitest'
import { decisionSchema } from '#lib/generation/executions/schema.ts'
import { mayRender } from '#lib/generation/may-render.ts'
import { comfyuiProvider } from '#lib/generation/providers/comfyui.ts'
import { DEFAULT_POLICY, type RoutingPolicy } from './policy.ts'
import { type Decision, Router } from './router.ts'

const serverWith = (name: string, model: string) =>
  comfyuiProvider({ id: `comfyui-${name}`, baseUrl: 'http://127.0.0.1:1', model })
const SERVERS = [
  serverWith('free', 'flux1-schnell-fp8.safetensors'),
  serverWith('turbo', 'sd_xl_turbo_1.0_fp16.safetensors'),
  serverWith('own', 'grandmother.safetensors'),
]
const router = new Router(
  SERVERS.map((server) => ({ ...server, capabilities: server.capabilities(), quote: server.quote() })),
)

type Promised = { licence: string; outputs: RoutingPolicy['outputs'] }

const route = ({ licence, outputs }: Promised): Decision =>
  router.route(
    {
      seed: 'one',
      size: null,
      loras: false,
      policy: { ...DEFAULT_POLICY, outputs },
      licence,
      volunteers: false,
      only: null,
      tried: new Set(),
      affordableMicroUsd: () => 0,
    },
    0,
  )

const TURBO = { of: 'model', licence: 'Stability-AI-NC-Research-Community', because: 'non-commercial' }
const OWN = { of: 'model', licence: 'unknown', because: 'unknown' }

it.each([
  [{ licence: 'CC-BY-4.0', outputs: 'any' }, { turbo: TURBO }],
  [{ licence: 'CC-BY-NC-4.0', outputs: 'any' }, {}],
  [
    { licence: 'CC-BY-4.0', outputs: 'any-use' },
    { turbo: TURBO, own: OWN },
  ],
  [
    { licence: 'CC-BY-NC-4.0', outputs: 'any-use' },
    { turbo: TURBO, own: OWN },
  ],
] as const)(
  'under $licence, where pictures of $outputs are taken, others are not asked and it is said why',
  (promised, barred) => {
    const decision = route(promised)
    const excluded = decision.considered.filter((one) => 'never' in one)
    expect(excluded).toEqual(
      Object.entries(barred).map(([name, conflict]) => ({
        provider: `comfyui-${name}`,
        never: 'licence',
        conflict,
      })),
    )
    const { licence, outputs } = promised
    const round = {
      volunteers: false,
      routing: { ...DEFAULT_POLICY, outputs },
      rules: { licence: { id: licence } },
    }
    const offered = SERVERS.filter((server) => mayRender(server, round)).map(({ id }) => id)
    expect(offered).toEqual(
      SERVERS.map(({ id }) => id).filter((id) => !excluded.some(({ provider }) => provider === id)),
    )
  },
)

it('keeps the conflict on record, and reads records that have none', () => {
  const { considered } = route({ licence: 'CC-BY-4.0', outputs: 'any' })
  expect(decisionSchema.parse({ trial: false, considered }).considered).toContainEqual({
    provider: 'comfyui-turbo',
    never: 'licence',
    conflict: TURBO,
  })
  const old = { trial: false, considered: [{ provider: 'fal', never: 'licence' }] }
  expect(decisionSchema.parse(old)).toEqual(old)
})
