import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'
import { SelectField, TextField } from './field.tsx'

describe('a field', () => {
  it('is described by its error first, then by its hint, and keeps what was typed', () => {
    const html = renderToStaticMarkup(
      <TextField name="count" label="Pictures" hint="Up to 24" error="40 are too many." defaultValue="40" />,
    )
    expect(html).toContain('aria-describedby="field-count-error field-count-hint"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="40"')
    expect(html).toMatch(/<p id="field-count-error"[^>]*>40 are too many\.<\/p>/)
    expect(html).toContain('<label for="field-count"')
  })

  it('says nothing about errors while there are none', () => {
    const html = renderToStaticMarkup(<TextField name="count" label="Pictures" />)
    expect(html).not.toMatch(/aria-(invalid|describedby)/)
  })

  it('shows the chosen option of a select again', () => {
    const options = [
      { value: 'cc0', label: 'CC0' },
      { value: 'by', label: 'CC BY 4.0' },
    ]
    const html = renderToStaticMarkup(
      <SelectField name="licence" label="Licence" options={options} defaultValue="by" />,
    )
    expect(html).toContain('<option value="by" selected="">CC BY 4.0</option>')
  })
})

it('ties the reason to a button that cannot be pressed', () => {
  const html = renderToStaticMarkup(
    <Button id="open" disabled reason="Two works have no alt text.">
      Open voting
    </Button>,
  )
  expect(html).toMatch(/<button[^>]*disabled=""[^>]*aria-describedby="open-reason"/)
  expect(html).toMatch(/<p id="open-reason"[^>]*>Two works have no alt text\.<\/p>/)
})
