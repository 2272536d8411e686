import type { Page } from '@playwright/test'

const PATH = '/bare'

const html = (pictures: readonly string[]) => `<!doctype html>
<style>
  body { margin: 0; background: #121212 }
  img { position: absolute; inset: 0; margin: auto; max-height: 90vh; visibility: hidden }
</style>
${pictures.map((src) => `<img src="${src}" decoding="sync" alt="">`).join('\n')}
<script>
  const all = [...document.images]
  let at = 0
  function show(to) {
    all[at].style.visibility = 'hidden'
    at = (to + all.length) % all.length
    all[at].style.visibility = 'visible'
  }
  show(0)
  addEventListener('keydown', ({ key }) => show(key === 'ArrowLeft' ? at - 1 : at + 1))
</script>`

/** A page with nothing but the pictures, all of them loaded: what a key costs in this browser at the least. */
export async function openBarePage(page: Page, origin: string, pictures: readonly string[]): Promise<void> {
  await page.route(`${origin}${PATH}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: html(pictures) }),
  )
  await page.goto(`${origin}${PATH}`)
}
