import { type ServedApp, serveNextApp } from '#bench/next-app.ts'

const page = (head: string) => `${head}export default function Page() {
  return <p>Nothing.</p>
}
`

/** A page with nothing on it, rendered for each who asks; and at /static the same, rendered when the app was built. */
export const serveEmptyPage = (): Promise<ServedApp> =>
  serveNextApp({
    'app/page.tsx': page("export const dynamic = 'force-dynamic'\n"),
    'app/static/page.tsx': page(''),
  })
