import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CheckMeanings, SquareMeanings } from '#components/provenance/check-meanings.tsx'
import { FileDesk } from '#components/provenance/file-desk.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Section } from '#components/ui/section.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { PlainWordmark } from '#components/ui/wordmark.tsx'
import * as text from '#messages/provenance/one-file/page.ts'

/** Source of the thread that checks; the build puts it in. */
declare const THREAD_SOURCE: string

let address: string | undefined

function startThread(): Worker {
  address ??= URL.createObjectURL(new Blob([THREAD_SOURCE], { type: 'text/javascript' }))
  return new Worker(address)
}

/** The page that works from a disk: no server, no network, nothing to install. */
function OneFilePage() {
  return (
    <div data-room="desk" className="flex min-h-dvh flex-col bg-ground text-fg">
      <header className="page-edge flex h-14 items-center">
        <PlainWordmark />
      </header>
      <Frame
        signage={
          <Signage title={text.title}>
            <p>{text.oneFile}</p>
            <p className="text-second">{text.inPlaceOfChain}</p>
          </Signage>
        }
      >
        <div className="grid gap-10">
          <Section title={text.check} aside={text.onDevice}>
            <div className="mt-4">
              <FileDesk startThread={startThread} />
            </div>
          </Section>
          <div className="grid gap-10 band:grid-cols-2">
            <CheckMeanings />
            <SquareMeanings />
          </div>
        </div>
      </Frame>
    </div>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <OneFilePage />
    </StrictMode>,
  )
