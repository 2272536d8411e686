'use client'

import { useParams } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/rounds/to-its-wall.ts'

/** Back to the round that the address names, where the page itself knows nothing of it. */
export function ToItsWall() {
  const { slug } = useParams()
  return (
    <ButtonLink href={typeof slug === 'string' ? `/rounds/${slug}` : '/rounds'} size={32}>
      {text.toWall}
    </ButtonLink>
  )
}
