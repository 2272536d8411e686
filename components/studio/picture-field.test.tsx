import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PictureField } from './picture-field.tsx'
import { UploadBar } from './work-signing.tsx'

const nothing = () => {}
const picture = {
  file: new File(['x'], 'tide.png', { type: 'image/png' }),
  src: 'blob:tide',
  width: 1200,
  height: 900,
}

it('is a button that a keyboard reaches, with its limits and what becomes of the file', () => {
  const html = renderToStaticMarkup(<PictureField picture={null} onFile={nothing} />)
  expect(html).toMatch(/<label[^>]*><input type="file" accept="image\/png,image\/jpeg,image\/webp"/)
  expect(html).toContain('aria-describedby="field-picture-hint"')
  expect(html).not.toContain('aria-invalid')
  expect(html).not.toContain('<img')
})

it('says what is wrong where it is wrong', () => {
  const html = renderToStaticMarkup(
    <PictureField picture={null} error="The picture moves." onFile={nothing} />,
  )
  expect(html).toContain('aria-invalid="true" aria-describedby="field-picture-error field-picture-hint"')
  expect(html).toMatch(/id="field-picture-error"[^>]*>The picture moves\./)
})

it('shows what was chosen, and tells it', () => {
  const html = renderToStaticMarkup(<PictureField picture={picture} onFile={nothing} />)
  expect(html).toContain('src="blob:tide"')
  expect(html).toContain('1200 × 900 px')
  expect(html).toMatch(/role="status"[^>]*>Chosen: tide\.png/)
})

it('a file on its way says how far it is, and that it is looked at when it has arrived', () => {
  const half = renderToStaticMarkup(<UploadBar name="tide.png" share={0.5} onStop={nothing} />)
  expect(half).toContain('aria-valuenow="50"')
  const whole = renderToStaticMarkup(<UploadBar name="tide.png" share={1} onStop={nothing} />)
  expect(whole).toContain('written anew')
})
