'use client'

import * as text from '#messages/ui/share-link.ts'
import { Button } from './button.tsx'
import { useCopy } from './use-copy.ts'

const SAID = {
  no: null,
  yes: text.onClipboard,
  failed: text.inAddressBar,
}

type ShareLinkProps = { label: string; title: string; path: string }

/** Hands a page of this site to the device's own sharing, or its link to the clipboard. */
export function ShareLink({ label, title, path }: ShareLinkProps) {
  const { copied, copy } = useCopy()
  async function share() {
    const url = new URL(path, window.location.origin).href
    if (!('share' in navigator)) {
      await copy(url)
      return
    }
    // Whoever closes the device's sheet without sharing wanted just that.
    await navigator.share({ title, url }).catch(() => {})
  }
  return (
    <>
      <Button kind="link" onClick={share}>
        {label}
      </Button>
      <span role="status" className="text-13 text-second">
        {SAID[copied]}
      </span>
    </>
  )
}
