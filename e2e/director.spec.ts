import type { CommunityView } from '#lib/communities/schema.ts'
import { readsToken } from '#lib/protocol/strategy.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { castBallot } from '#scripts/play/voter.ts'
import { hangWorks } from '#scripts/play/works.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })

test('a director founds a community with a contract of its own', async ({ page, people, walletOf }) => {
  const { director, guardian, treasury } = people
  const wallet = await walletOf(director)
  const desk = new DeskPage(page)
  const name = `Low Tide ${Date.now().toString(36)}`
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const listCommunities = () => director.ask<{ items: CommunityView[] }>('GET', '/api/v1/communities')
  const token = (await listCommunities()).items
    .find((community) => community.slug === 'night-ferry')
    ?.strategies.find(readsToken)?.token
  await page.goto('/desk/communities/new')
  await page.getByRole('button', { name: 'Review what is deployed' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await desk.foundCommunity({
    name,
    symbol: 'LOW',
    slug,
    token: token ?? '',
    guardian: guardian.address,
    treasury: treasury.address,
  })
  await desk.signIn(wallet.name)
  wallet.mood = 'rejects'
  await desk.act('Deploy the collection')
  await expect(page.getByText('You closed the wallet.')).toBeVisible()
  await expect(page.getByText(/Nothing was changed/)).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  wallet.mood = 'signs'
  await desk.act('Deploy the collection')
  await page.getByRole('button', { name: 'Show the community on this site' }).click()
  await page.waitForURL(/\/desk$/)
  await expect(page.getByRole('link', { name })).toBeVisible()
  const { items } = await listCommunities()
  expect(items.map((community) => community.slug)).toContain(slug)
})

test('a director takes a round from draft to minted tokens', async ({ page, people, ground, walletOf }) => {
  test.slow()
  const { director, creators, curators } = people
  const wallet = await walletOf(director)
  const desk = new DeskPage(page)
  await page.goto('/desk/rounds/new')
  await desk.draftRound({
    community: 'night-ferry',
    title: 'Slack Water',
    brief: 'The hour when nothing moves.',
  })
  await desk.signIn(wallet.name)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/desk\/rounds\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Open submissions and freeze the rules' }).click()
  await page.waitForURL(/\/desk\/rounds\/0x[0-9a-f]{64}$/)
  const roundId = /0x[0-9a-f]{64}/.exec(page.url())?.[0] ?? ''
  const read = () => director.ask<RoundView>('GET', `/api/v1/rounds/${roundId}`)

  // Creators and curators are elsewhere; their acts go in by HTTP.
  const frozen = await read()
  const briefs = [
    { prompt: 'A still harbour in grey and orange', count: 2 },
    { prompt: 'Four moons in blue', count: 1 },
  ]
  expect(await hangWorks(ground, creators.slice(0, 2), frozen, briefs)).toBe(3)
  await ground.clock.waitUntil(frozen.rules.submissionsCloseAt)
  await desk.act('Open the round: 3 works')
  await expect(page.getByRole('heading', { name: 'Votes are being taken' })).toBeHidden()
  await expect.poll(async () => (await read()).chain.opened !== null).toBe(true)
  await expect(page.getByRole('heading', { name: 'The round is open on chain' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Cancel the round/ })).toHaveCount(0)

  await ground.clock.waitUntil(frozen.rules.opensAt + 1)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Votes are being taken' })).toBeVisible()
  const voting = await read()
  for (const [n, curator] of curators.slice(0, 3).entries())
    await castBallot(curator, voting, { numbers: [1 + (n % 2), 3], now: await ground.clock.now() })
  await ground.clock.waitUntil(voting.rules.closesAt)
  await expect.poll(async () => (await read()).chain.anchored?.size, { timeout: 30_000 }).toBe(3)
  await ground.clock.waitUntil(voting.rules.closesAt + voting.rules.sealGrace)

  await page.reload()
  await desk.act('Close the round')
  await expect(page.getByRole('table', { name: 'The winners to be minted' }).getByRole('row')).toHaveCount(4)
  await ground.clock.waitUntil((await read()).chain.finalAt ?? 0)
  await page.reload()
  await desk.act('Mint 3 works')
  await expect(page.getByText('Every winner is a token.', { exact: false })).toBeVisible()
  await expect(page.getByText(/^token 1$/)).toBeVisible()

  await page.getByRole('link', { name: 'To the collection' }).click()
  await page.waitForURL(/\/c\/night-ferry$/)
  await page.locator('a[href*="/tokens/"]').first().click()
  await page.waitForURL(/\/c\/night-ferry\/tokens\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Slack Water').first()).toBeVisible()
})
