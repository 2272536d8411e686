import type { CandidateView } from '#lib/candidates/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { beginRound, readRound } from '#scripts/play/director.ts'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'
import { type HordePeer, startHordePeer } from '#scripts/testing/peers/aihorde-peer.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })

const RENDER = 'Render with volunteers’ GPUs (free, public, takes minutes)'
const STOP = 'Stop sending briefs to volunteers'
const OFF = 'Off: nothing leaves this machine for a volunteer.'
const PROMPT = 'One lamp in blue fog, sparse'

let peer: HordePeer
let round: RoundView

test.beforeAll(async () => {
  peer = await startHordePeer({ latencyMs: 4_000, port: Number(process.env.VERSO_E2E_HORDE_PORT) })
})
test.afterAll(() => peer.stop())

test('a director lets volunteers render, by keyboard alone', async ({ page, people, walletOf }) => {
  const { director } = people
  await director.signIn()
  round = await beginRound(director, {
    community: 'night-ferry',
    title: 'Borrowed Light',
    brief: 'A lamp that belongs to somebody else.',
  })
  const wallet = await walletOf(director)
  await page.goto(`/desk/rounds/${round.roundId}`)
  await expect(page.getByText('Volunteers you do not know see them', { exact: false })).toBeVisible()
  await expect(page.getByText(OFF)).toBeVisible()
  // The first press asks who one is, the second acts.
  await page.getByRole('button', { name: RENDER }).press('Enter')
  await new DeskPage(page).signIn(wallet.name)
  await page.getByRole('button', { name: RENDER }).press('Enter')
  await expect(
    page.getByRole('status').filter({ hasText: 'On: creators can choose volunteers' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: STOP })).toBeVisible()
})

test('a brief goes to them and comes back hung, and its back says whose machine it was', async ({
  page,
  people,
  walletOf,
}) => {
  const [creator] = people.creators
  if (!creator) throw new Error('the demo has no creator')
  const wallet = await walletOf(creator)
  const form = new BriefPage(page)
  await form.open(round.slug)
  await expect(page.getByRole('radio', { name: /Whichever suits the round/ })).toBeChecked()
  await page.getByRole('radio', { name: /Volunteers’ GPUs/ }).check()
  await form.write({ prompt: PROMPT, name: 'Ines Okafor', count: '1' })
  await form.review()
  await form.signIn(wallet.name)
  await form.sign(1)
  await page.waitForURL(/\?brief=0x[0-9a-f]{64}$/)
  await form.stands('One hung.')
  expect(peer.made.map(({ asked }) => asked.prompt)).toEqual([PROMPT])

  const candidates = `/api/v1/rounds/${round.roundId}/candidates`
  const { items } = await creator.ask<{ items: CandidateView[] }>('GET', candidates)
  await page.goto(`/rounds/${round.slug}/works/${items[0]?.contentHash.replace('sha256:', '')}`)
  await expect(page.getByText(/^AI Horde: stable_diffusion, seed \d+/)).toBeVisible()
  await page.getByRole('link', { name: 'Turn over' }).first().click()
  await expect(
    page.getByText('Rendered by a volunteer’s GPU, “A kind stranger”.', { exact: false }),
  ).toBeVisible()
})

test('the director sends them nothing more', async ({ page, people }) => {
  const { director } = people
  await director.ask('POST', `/api/v1/rounds/${round.roundId}/volunteers`, { on: false })
  expect((await readRound(director, round)).volunteers).toBe(false)
  await page.goto(`/desk/rounds/${round.roundId}`)
  await expect(page.getByText(OFF)).toBeVisible()
  await page.goto(`/rounds/${round.slug}/submit`)
  await expect(page.getByRole('radio', { name: /procedural artist/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /Volunteers’ GPUs/ })).toBeHidden()
})
