import { type ServedApp, serveNextApp } from '#bench/next-app.ts'

const PAGE = `export const dynamic = 'force-dynamic'
export default function Page() {
  return <p>Nothing.</p>
}
`

/** A page with nothing on it. */
export const serveEmptyPage = (): Promise<ServedApp> => serveNextApp({ 'app/page.js': PAGE })
