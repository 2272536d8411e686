import sharp from 'sharp'
import { apng, fromTelephone, HTML_TAIL, withTail } from '#scripts/testing/hostile-pictures.ts'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { expectShownIsAsked } from '#scripts/testing/pages/typed-sheet.ts'
import { WorkFormPage } from '#scripts/testing/pages/work-form-page.ts'
import { expect, test } from './story.ts'

/** A picture that no other run has brought, larger than what Next would let through its proxy: grain. */
async function grain(width: number, height: number): Promise<Uint8Array> {
  const pixels = Buffer.alloc(width * height * 3)
  let state = Date.now() % 2 ** 31
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const shade = Math.floor((at / pixels.length) * 180)
    pixels[at] = shade + ((state >>> 16) % 60)
  }
  return new Uint8Array(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  )
}

const WORDS = {
  title: 'Grain at slack water',
  shows: 'A grey field, darker at the foot, grained like paper',
  name: 'Ines Okafor',
  model: 'stabilityai/sdxl',
  means: 'ComfyUI; retouched by hand',
}

test.describe('a creator brings a finished work', () => {
  test.use({ expectedErrors: [/415|422/] })

  test('is told what does not hold, signs file and words together, and sees it hang as declared', async ({
    page,
    people,
    walletOf,
  }) => {
    const creator = people.creators[2]
    if (!creator) throw new Error('the demo has too few creators')
    const wallet = await walletOf(creator)
    const form = new WorkFormPage(page)
    await form.openFrom('weather-report')

    await form.review()
    await expect(form.fault).toHaveText(/^Choose the picture/)
    await expect(form.file).toBeFocused()
    await form.choose('page.svg', 'image/svg+xml', new TextEncoder().encode('<svg/>'))
    await expect(form.fault).toHaveText(/no PNG, JPEG or WebP/)
    await form.drop('phone.jpg', 'image/jpeg', await fromTelephone())
    await expect(page.getByText('phone.jpg', { exact: true })).toBeVisible()
    await expect(form.fault).toHaveCount(0)
    await form.choose('moves.png', 'image/png', await apng())
    await form.write(WORDS)
    await form.review()
    await new BriefPage(page).signIn(wallet.name)
    await expect(page.getByRole('heading', { name: 'The picture moves.' })).toBeVisible()
    await page.getByRole('button', { name: 'Back to the form' }).click()
    await expect(form.fault).toHaveText(/The picture moves\./)
    await expect(form.shows).toHaveValue(WORDS.shows)

    const file = withTail(await grain(2400, 2000))
    expect(file.length).toBeGreaterThan(10 * 2 ** 20)
    await form.choose('grain.png', 'image/png', file)
    await form.review()
    const picture = page.getByRole('img', { name: 'The picture as it is kept' })
    await expect(picture).toBeVisible()
    const kept = await (await page.request.get((await picture.getAttribute('src')) ?? '')).body()
    expect(kept.length).toBeGreaterThan(10 * 2 ** 20)
    expect(kept.toString('latin1')).not.toContain(HTML_TAIL)
    await expect(page.getByRole('row', { name: /^traits/ })).toContainText('Title: Grain at slack water')
    wallet.mood = 'waits'
    await form.sign.click()
    await expect(page.getByText('Your wallet is open')).toBeVisible()
    await expectShownIsAsked(page, wallet.typed)
    wallet.mood = 'signs'
    wallet.release()

    const brief = new BriefPage(page)
    await brief.watching()
    await brief.stands('One hung.')
    await expect(page.getByText('A finished work, made elsewhere')).toBeVisible()
    await brief.frame(1).getByRole('link', { name: WORDS.title }).first().click()
    await page.waitForURL(/\/works\//)
    await expect(page.getByText(/declared by the creator, not observed/).first()).toBeVisible()
    await page.getByRole('link', { name: 'Turn over' }).first().click()
    const line = (name: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`${name}\\.`) })
    await expect(line('Recipe').first()).toContainText('Declared by the creator, not observed')
    await expect(line('Model').first()).toContainText('word of Ines Okafor')
    await expect(
      line('Recipe')
        .first()
        .getByRole('img', { name: /^checked/i }),
    ).toBeVisible()
  })
})
