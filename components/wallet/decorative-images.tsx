import { useConnectModal } from '@rainbow-me/rainbowkit'
import { useEffect } from 'react'

/** The dialog's pictures stand beside the names of wallets and have none: they are decoration, and are said to be. */
function hideUnnamed(): void {
  for (const image of document.querySelectorAll('[data-rk] [role="img"]:not([aria-label])'))
    image.setAttribute('aria-hidden', 'true')
}

/** Keeps the wallet dialog's pictures out of the way of those who listen to it. */
export function DecorativeImages() {
  const { connectModalOpen } = useConnectModal()
  useEffect(() => {
    if (!connectModalOpen) return
    hideUnnamed()
    const later = new MutationObserver(hideUnnamed)
    later.observe(document.body, { childList: true, subtree: true })
    return () => later.disconnect()
  }, [connectModalOpen])
  return null
}
