import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleCode } from './bundle-code.ts'
import { pageStyle } from './page-style.ts'

const PLACE = /\bTHREAD_SOURCE\b/

const cspHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Text of a script as HTML keeps it: nothing in it can end or change the element. */
function scriptText(code: string): string {
  const safe = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  // HTML would replace these, and the hash in the policy would be of other text.
  if (/[\r\0]/.test(safe)) throw new Error('the script has a byte that HTML does not keep')
  return safe
}

const literal = (text: string) =>
  JSON.stringify(text)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

function html(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    // WebAssembly recovers signers; it is inside the script.
    `script-src ${cspHash(script)} 'wasm-unsafe-eval'`,
    `style-src ${cspHash(style)}`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Verso: verify a round</title>
<style>${style}</style>
</head>
<body>
<div id="root"><p>This page checks with JavaScript, which is switched off.</p></div>
<script>${script}</script>
</body>
</html>
`
}

/**
 * Makes verso-verify.html: the verifier as one file that works from a disk. The same sources and packages give the
 * same bytes.
 */
export async function makeVerifyPage(): Promise<{ html: string; sha256: string }> {
  const [thread, page] = await Promise.all([
    bundleCode('components/provenance/one-file/worker.ts'),
    bundleCode('components/provenance/one-file/page.tsx'),
  ])
  const style = await pageStyle(page)
  if (page.split(PLACE).length !== 2) throw new Error('the page has no one place for the thread')
  const script = scriptText(page.replace(PLACE, () => literal(thread)))
  const text = html(script, style)
  return { html: text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Puts it into a build, where the app finds it. */
export async function writeVerifyPage(folder: string): Promise<string> {
  const { html, sha256 } = await makeVerifyPage()
  await writeFile(join(folder, 'verso-verify.html'), html)
  return sha256
}
