declare global {
  interface Window {
    /** Does again what was done before the page was awake; absent once it is. */
    versoAwake?: () => Promise<void>
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Asks by an event that nothing obeys: where React cannot wake that part at once, it stops it on its way. */
function isAwake(element: Element): boolean {
  let hasCome = false
  const come = () => {
    hasCome = true
  }
  element.addEventListener('auxclick', come)
  element.dispatchEvent(new Event('auxclick', { bubbles: true }))
  element.removeEventListener('auxclick', come)
  return hasCome && Object.keys(document).some((key) => key.startsWith('_reactListening'))
}

/** React hears of a value only if it differs from the last that it saw: a field is set where React does not look. */
function enterAgain(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    ;(field as HTMLInputElement).checked = !value
    field.click()
    return
  }
  const isChosen = field instanceof HTMLSelectElement || field.type === 'file'
  if (field.type !== 'file')
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(isChosen ? 'change' : 'input', { bubbles: true }))
}

function remember(isPartAwake: typeof isAwake, enter: typeof enterAgain): void {
  const entered = new Map<Field, string | boolean>()
  const clicked: HTMLButtonElement[] = []
  let isShown = false
  let isRunning = false
  let isActing = false

  function onInput({ target }: Event): void {
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    if (!isField || isActing || (isShown && isPartAwake(target))) return
    const isTicked = target instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(target.type)
    entered.set(target, isTicked ? target.checked : target.value)
    if (isShown) void doAgain()
  }

  function onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (isActing || !button || button.matches('[popovertarget], [commandfor]')) return
    const form = button.type === 'submit' ? button.form : null
    if (form?.hasAttribute('action')) return
    const isNext = !entered.size && !clicked.length
    if (isNext && (isShown || !form) && isPartAwake(button)) return
    if (form) event.preventDefault()
    event.stopPropagation()
    clicked.push(button)
    if (isShown) void doAgain()
  }

  function act(element: Field | HTMLButtonElement): void {
    isActing = true
    if (element instanceof HTMLButtonElement) {
      clicked.splice(clicked.indexOf(element), 1)
      element.click()
    } else {
      const value = entered.get(element)
      entered.delete(element)
      if (value !== undefined) enter(element, value)
    }
    isActing = false
  }

  async function doAgain(): Promise<void> {
    if (isRunning) return
    isRunning = true
    while (entered.size || clicked.length) {
      const waiting = [...entered.keys(), ...clicked]
      const next = waiting.find((element) => !element.isConnected || isPartAwake(element))
      if (next) act(next)
      await new Promise((done) => setTimeout(done, next ? 0 : 50))
    }
    isRunning = false
  }

  addEventListener('input', onInput, true)
  addEventListener('click', onClick, true)
  window.versoAwake = () => {
    delete window.versoAwake
    isShown = true
    return doAgain()
  }
}

/**
 * Remembers what a person clicks and enters before React listens, and does it again when it does: on a slow telephone
 * seconds lie between, in which a click would be lost and a text would be overwritten (decision 26). Runs from the head
 * of each document, as source text: each function uses nothing from outside itself, and what it is told by stands here,
 * so that pages need not carry it.
 *
 * - Buttons that the browser itself obeys (`popovertarget`, `commandfor`, of a form with an address) are left to it. A
 *   form without one would load the page anew and drop what was entered, so its button waits.
 * - A page wakes in parts, some of them after it said that it is awake: each act waits for its own part.
 * - Acts come a task apart, so that each finds the page as the one before left it.
 */
export const rememberEarlyActs = `(${remember})(${isAwake},${enterAgain})`
