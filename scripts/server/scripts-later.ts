/**
 * Asks for the marked scripts of its document once the pictures of the first window are painted, or after a while.
 * Runs at the end of the document, as its own source text.
 */
function askForScripts(): void {
  const PATIENCE_MS = 2_000
  const A_FRAME_MS = 100
  const arrived = [...document.images]
    .filter(({ loading, complete }) => loading !== 'lazy' && !complete)
    .map(
      (image) =>
        new Promise((done) => {
          image.addEventListener('load', done)
          image.addEventListener('error', done)
        }),
    )
  const patience = new Promise((done) => setTimeout(done, PATIENCE_MS))
  // A page that is not in front paints nothing.
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done))
      setTimeout(done, A_FRAME_MS)
    })
  const ask = () => {
    for (const mark of document.querySelectorAll<HTMLScriptElement>('script[type=later]')) {
      const script = document.createElement('script')
      script.async = true
      // As it was written: a chunk is known by its own address.
      for (const name of ['src', 'id']) {
        const value = mark.getAttribute(name)
        if (value !== null) script.setAttribute(name, value)
      }
      mark.replaceWith(script)
    }
  }
  void Promise.race([Promise.all(arrived), patience])
    .then(painted)
    .then(ask)
}

const SCRIPT = /<script src="\/_next\/static\/[^"]+"(?: id="[^"]*")? async="">/g
const PRELOAD = /<link rel="preload"(?: href="[^"]+")? as="script"[^>]*>/g

/**
 * A document of Next whose script files are asked for after its pictures, not beside them (ADR 30). What Next writes
 * otherwise than today stays as it is.
 */
export function scriptsLater(html: string): string {
  const end = html.lastIndexOf('</body>')
  if (end < 0) return html
  const marked = html
    .slice(0, end)
    .replaceAll(PRELOAD, '')
    .replaceAll(SCRIPT, (tag) => tag.replace(' async=""', ' type="later"'))
  return `${marked}<script>(${askForScripts})()</script>${html.slice(end)}`
}
