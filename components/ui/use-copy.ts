'use client'

import { useState } from 'react'

/** Puts a text on the clipboard, and says whether the browser let it. */
export function useCopy() {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return { copied, copy }
}
