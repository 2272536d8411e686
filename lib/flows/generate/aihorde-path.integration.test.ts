import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { findTask, queueAt } from '#lib/generation/data.ts'
import { hordeProvider } from '#lib/generation/providers/aihorde.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import { type HordeFault, type HordePeer, startHordePeer } from '#scripts/testing/peers/aihorde-peer.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'

const ada = creatorOf('ada').address.toLowerCase()
let world: Generation
let peer: HordePeer
let round: TestRound

/** The network's clock goes with ours. */
const now = () => world?.services.wall().getTime() ?? Date.now()

const letVolunteersIn = (volunteers: boolean) =>
  world.db.round.update({ where: { id: round.rowId }, data: { volunteers } })

beforeAll(async () => {
  peer = await startHordePeer({ now, latencyMs: 20_000 })
  const horde = hordeProvider({ ...peer.settings, timeoutMs: 400 })
  world = await withGeneration(providersFrom([proceduralProvider(), horde]))
  round = await world.openRound()
  await letVolunteersIn(true)
})
afterEach(() => {
  peer.faults.length = 0
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: HordeFault[]) =>
  askProvider({ world, round, peer, provider: 'aihorde' }, prompt, faults)

const hung = (taskId: string) => world.db.candidate.count({ where: { taskId } })

describe('a picture by volunteers', () => {
  it('hangs with who made it, and with what is not known', async () => {
    const asked = await ask('a lighthouse in the fog, seen from a small boat. Grain.')
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    const task = await findTask(world.db, asked.taskId)
    const work = await readWork(world.db, round.rowId, { contentHash: task?.contentHash ?? '' })
    expect(work).toMatchObject({
      medium: `AI Horde: stable_diffusion, seed ${task?.recipe.seed}`,
      mime: 'image/webp',
      width: 512,
      height: 512,
      recipe: { model: { id: 'stable_diffusion', version: 'latest', weightsHash: null } },
      execution: {
        provider: 'aihorde',
        facts: {
          request: peer.made.at(-1)?.id,
          worker: 'A kind stranger',
          model: 'stable_diffusion',
          modelLicence: 'CreativeML-OpenRAIL-M',
          shared: 'no',
        },
      },
    })
    expect(work?.execution).not.toHaveProperty('waiting')
  })

  it('is asked for in the words of its recipe, with nothing the network may change', async () => {
    const asked = await ask('a quay, exactly so')
    await world.work()
    const task = await findTask(world.db, asked.taskId)
    expect(peer.lastAgent).toBe('verso:0.1.0:tests')
    expect(peer.made.at(-1)?.asked).toMatchObject({
      prompt: 'a quay, exactly so',
      params: { width: 512, height: 512, steps: 30, n: 1, seed: task?.recipe.seed },
      models: ['stable_diffusion'],
      nsfw: false,
      censor_nsfw: true,
      replacement_filter: false,
      allow_downgrade: false,
      shared: false,
      // The picture comes as an address; in the answer itself it would not be read.
      r2: true,
    })
  })

  it('says where it stands in the queue, and is polled without waiting at the door', async () => {
    const asked = await ask('a patient pier')
    const queue = () => queueAt(world.db, round.rowId, ['aihorde'])
    expect(await queue()).toEqual({ waiting: 1, next: null })
    expect(await renderTask(world.services, asked.taskId)).toBe('waiting')
    world.passTime(3)
    expect(await renderTask(world.services, asked.taskId)).toBe('waiting')
    expect(await queue()).toEqual({ waiting: 1, next: { ahead: 3, seconds: 17 } })
    world.bells.length = 0
    world.passTime(30)
    expect(await renderTask(world.services, asked.taskId)).toBe('drawn')
    expect(await queue()).toEqual({ waiting: 0, next: null })
  })
})

describe('a network that fails', () => {
  it.each<[HordeFault, Outcome]>([
    ['too-fast', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['too-many-prompts', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['timeout-ip', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['maintenance', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['kudos-upfront', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['corrupt-prompt', { state: 'failed', code: 'provider-moderated', creates: 1, made: 0 }],
    ['bad-key', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['broken-before', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['lost', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['broken-after', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['impossible', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['faulted', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['censored', { state: 'failed', code: 'provider-moderated', creates: 1, made: 1 }],
    ['stalls', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['expires', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['other-model', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-gone', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-html', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-private', { state: 'passed', code: null, creates: 2, made: 2 }],
  ])('%s', async (fault, outcome) => {
    const asked = await ask(`a pier, ${fault}`, fault)
    await world.work(250)
    expect(await asked.outcome()).toEqual(outcome)
    expect(await hung(asked.taskId)).toBe(outcome.state === 'passed' ? 1 : 0)
  })

  it('is not asked for ever when every answer is lost', async () => {
    const asked = await ask('a silent pier', ...Array<HordeFault>(9).fill('lost'))
    await world.work(100)
    expect(await asked.progress()).toMatchObject({ state: 'failed', attempts: 5 })
    expect(await hung(asked.taskId)).toBe(0)
  })

  it('takes back what nobody there can make, so that it is not made twice', async () => {
    await ask('an impossible pier', 'impossible')
    await world.work()
    expect(peer.made.at(-2)?.cancelled).toBe(true)
    expect(peer.made.at(-1)?.cancelled).toBe(false)
  })
})

describe('without the director’s word', () => {
  it('nothing is sent to volunteers, and the brief can be handed in elsewhere', async () => {
    await letVolunteersIn(false)
    const creates = peer.creates
    const signed = await signBrief(round, { prompt: 'a private pier' }, { provider: 'aihorde' })
    const hand = (provider: string) =>
      submitBrief(world.services, { roundId: round.roundId, signed: { ...signed, provider } }, ada)
    await expect(hand('aihorde')).rejects.toMatchObject({ code: 'provider-closed' })
    expect((await hand('procedural')).tasks).toHaveLength(1)
    await world.work()
    expect(peer.creates).toBe(creates)
    await letVolunteersIn(true)
  })
})
