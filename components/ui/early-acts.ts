declare global {
  interface Window {
    /** Does again what was done before the page was awake; absent once it is. */
    versoAwake?: () => Promise<void>
  }
}

/**
 * Remembers what a person clicks and enters before React listens, and does it again when it does: on a slow telephone
 * seconds lie between, in which a click would be lost and a text would be overwritten (decision 26). Runs from the head
 * of each document, as its own source text: it uses nothing from outside itself, and what it is told by stands here,
 * so that pages need not carry it.
 *
 * - Buttons that the browser itself obeys (`popovertarget`, `commandfor`, of a form with an address) are left to it. A
 *   form without one would load the page anew and drop what was entered, so its button waits.
 * - While React wakes the page it already listens: it takes a click if it can wake that part at once, and otherwise
 *   stops it on its way. What comes back up was taken.
 * - React hears of a value only if it differs from the last that it saw: a field is set where React does not look.
 * - Acts come a task apart, so that each finds the page as the one before left it.
 */
export function rememberEarlyActs(): void {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  const entered = new Map<Field, string | boolean>()
  const clicked: HTMLButtonElement[] = []
  const isTicked = (field: Field): field is HTMLInputElement =>
    field.type === 'checkbox' || field.type === 'radio'

  function onInput({ target }: Event): void {
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    if (isField) entered.set(target, isTicked(target) ? target.checked : target.value)
  }

  const buttonOf = ({ target }: Event) => (target instanceof Element ? target.closest('button') : null)
  const isSend = (button: HTMLButtonElement) => button.type === 'submit' && button.form !== null

  function onClick(event: MouseEvent): void {
    const button = buttonOf(event)
    if (!button || button.hasAttribute('popovertarget') || button.hasAttribute('commandfor')) return
    if (isSend(button)) {
      if (button.form?.hasAttribute('action')) return
      event.preventDefault()
    }
    clicked.push(button)
  }

  function onReturn(event: MouseEvent): void {
    const button = buttonOf(event)
    const reactListens = Object.keys(document).some((key) => key.startsWith('_reactListening'))
    if (button && reactListens && !isSend(button) && clicked.at(-1) === button) clicked.pop()
  }

  function enter(field: Field, value: string | boolean): void {
    if (isTicked(field)) {
      field.checked = !value
      field.click()
      return
    }
    const chosen = field instanceof HTMLSelectElement || field.type === 'file'
    if (field.type !== 'file')
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event(chosen ? 'change' : 'input', { bubbles: true }))
  }

  addEventListener('input', onInput, true)
  addEventListener('click', onClick, true)
  addEventListener('click', onReturn)
  window.versoAwake = async () => {
    delete window.versoAwake
    removeEventListener('input', onInput, true)
    removeEventListener('click', onClick, true)
    removeEventListener('click', onReturn)
    const acts = [
      ...[...entered].map(
        ([field, value]) =>
          () =>
            enter(field, value),
      ),
      ...clicked.map((button) => () => button.click()),
    ]
    for (const act of acts) {
      act()
      await new Promise((next) => setTimeout(next))
    }
  }
}
