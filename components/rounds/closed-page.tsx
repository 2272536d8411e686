import { EmptyHang } from '#components/art/hang.tsx'
import { Button } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'

export type ClosedPageProps = { error: Error & { digest?: string }; retry: () => void }

/** Instead of a page that could not be read. */
export function ClosedPage({ error, retry }: ClosedPageProps) {
  return (
    <Shell room="wall">
      <Frame signage={<Signage title="Closed for a moment" />}>
        <EmptyHang />
        <Notice
          title="This server could not read what belongs here."
          code={error.digest ?? 'internal'}
          live="alert"
          actions={
            <Button size={32} onClick={retry}>
              Try again
            </Button>
          }
        >
          Nothing was changed, and what you picked is kept on this device.
        </Notice>
      </Frame>
    </Shell>
  )
}
