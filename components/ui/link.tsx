'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched when somebody is about to follow it: a pointer comes over it, a finger touches it, or
 * it has the focus. What merely stands in the window asks the instance for nothing.
 */
export function Link(
  props: Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'onPointerEnter' | 'onFocus'>,
) {
  const [isMeant, setMeant] = useState(false)
  const mean = () => setMeant(true)
  return <NextLink {...props} prefetch={isMeant ? null : false} onPointerEnter={mean} onFocus={mean} />
}
