import type { CandidateView } from '#lib/candidates/schema.ts'
import { awaitPictures, submitBrief } from '#scripts/play/creator.ts'
import type { readRound } from '#scripts/play/director.ts'
import type { Demo } from '#scripts/screens/demo.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, type Screen, show, type Visit } from '#scripts/screens/screen.ts'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { signIn } from '#scripts/testing/pages/connect.ts'
import { WorkFormPage } from '#scripts/testing/pages/work-form-page.ts'

const SUBMIT = `/rounds/${ROUNDS.filling}/submit`
const WORDS = { prompt: 'Nine islands in fog, slate and vermilion, sparse', name: 'Ines Okafor', count: '3' }
const PICTURES_SECONDS = 60

const creator: Screen['as'] = ({ creators }, seat) => creators[seat]

async function written({ page }: Visit): Promise<BriefPage> {
  const form = new BriefPage(page)
  await form.write(WORDS)
  await form.review()
  return form
}

async function signedIn(visit: Visit): Promise<BriefPage> {
  const form = await written(visit)
  await form.signIn(visit.wallet.name)
  await form.signButton(3).waitFor()
  return form
}

async function asked(visit: Visit, mood: 'waits' | 'rejects'): Promise<void> {
  const form = await signedIn(visit)
  visit.wallet.mood = mood
  await form.sign(3)
  const says = visit.page.getByText(mood === 'waits' ? 'Your wallet is open' : 'You closed the wallet.')
  await show(says)
}

async function signed(visit: Visit): Promise<BriefPage> {
  const form = await signedIn(visit)
  await form.sign(3)
  await form.watching()
  return form
}

/** A work that anybody may vary, and the round in which it hangs. */
async function firstWork({ people, listRounds }: Demo) {
  const round = (await listRounds()).find(({ slug }) => slug === ROUNDS.filling)
  if (!round) throw new Error('no round takes briefs')
  const { items } = await people.stranger.ask<{ items: CandidateView[] }>(
    'GET',
    `/api/v1/rounds/${round.id}/candidates`,
  )
  const [work] = items
  if (!work) throw new Error('nothing is hung yet')
  return { round, hash: work.contentHash }
}

/** The same words for the same parent are the same picture: the second is turned away. */
async function turnedAway(demo: Demo): Promise<string> {
  const { round, hash } = await firstWork(demo)
  const [by] = demo.people.creators.slice(2)
  if (!by) throw new Error('the demo has too few creators')
  await by.arrive()
  const view = await by.ask<Awaited<ReturnType<typeof readRound>>>('GET', `/api/v1/rounds/${round.id}`)
  const words = {
    prompt: 'The same hour again, dense',
    name: 'Mika Sato',
    count: 1,
    traits: `Parent: ${hash}`,
  }
  for (let twice = 0; ; twice += 1) {
    const accepted = await submitBrief(by, view, words)
    await awaitPictures(by, view, accepted, PICTURES_SECONDS)
    if (twice === 1) return `${SUBMIT}?brief=${accepted.digest}`
  }
}

export const studio: Area = {
  name: 'studio',
  screens: [
    { name: 'submit', path: SUBMIT },
    { name: 'which round', path: '/submit' },
    { name: 'bring a finished work', path: `${SUBMIT}?bring=work` },
    {
      name: 'a file that is no picture',
      path: `${SUBMIT}?bring=work`,
      async enter({ page }) {
        const form = new WorkFormPage(page)
        await form.choose(
          'quay.svg',
          'image/svg+xml',
          new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        )
        await form.fault.waitFor()
      },
    },
    { name: 'a form with errors', path: SUBMIT, enter: ({ page }) => new BriefPage(page).review() },
    {
      name: 'words kept private',
      path: SUBMIT,
      async enter({ page }) {
        await new BriefPage(page).write(WORDS)
        const keep = page.getByRole('switch', { name: 'Keep the words private' })
        await keep.click()
        await show(keep)
      },
    },
    { name: 'what is signed', path: SUBMIT, as: creator, enter: written },
    { name: 'signed in', path: SUBMIT, as: creator, enter: signedIn },
    { name: 'the wallet is open', path: SUBMIT, as: creator, enter: (visit) => asked(visit, 'waits') },
    {
      name: 'rejected, the words kept',
      path: SUBMIT,
      as: creator,
      enter: (visit) => asked(visit, 'rejects'),
    },
    { name: 'signed: the pictures are made', path: SUBMIT, as: creator, enter: signed },
    {
      name: 'all hung',
      path: SUBMIT,
      as: ({ creators }, seat) => creators[seat + 3],
      async enter(visit) {
        const form = await signed(visit)
        await visit.page.getByRole('heading', { name: /(hung|turned away)\.$/ }).waitFor({ timeout: 60_000 })
        await form.frame(1).getByRole('link').first().waitFor()
      },
    },
    { name: 'turned away', path: turnedAway },
    {
      name: 'a variation',
      path: async (demo) => `${SUBMIT}?of=${(await firstWork(demo)).hash.replace('sha256:', '')}`,
    },
    { name: 'a parent that is not there', path: `${SUBMIT}?of=${'0'.repeat(64)}` },
    { name: 'a brief that is not there', path: `${SUBMIT}?brief=0x${'0'.repeat(64)}` },
    { name: 'no briefs now', path: `/rounds/${ROUNDS.voting}/submit` },
    { name: 'your briefs, before signing in', path: '/briefs' },
    {
      name: 'your briefs',
      path: '/briefs',
      as: creator,
      enter: ({ page, wallet }) => signIn(page, wallet.name),
    },
    {
      name: 'your briefs, sealed words',
      path: SUBMIT,
      as: ({ creators }, seat) => creators[seat + 5],
      async enter(visit) {
        const { page } = visit
        const form = new BriefPage(page)
        await form.write({ ...WORDS, count: '1' })
        await page.getByRole('switch', { name: 'Keep the words private' }).click()
        await form.review()
        await form.signIn(visit.wallet.name)
        await form.sign(1)
        await form.watching()
        await page.goto('/briefs')
        await page.getByRole('button', { name: 'Reveal the words' }).first().click()
      },
    },
    {
      name: 'your briefs, none',
      path: '/briefs',
      as: ({ stranger }) => stranger,
      enter: ({ page, wallet }) => signIn(page, wallet.name),
    },
  ],
}
