'use client'

import { FaultDoor } from '#components/art/fault-door.tsx'
import type { FaultProps } from '#components/ui/fault.tsx'
import * as text from '#messages/app/creator/fault.ts'

export default function ErrorPage(fault: FaultProps) {
  return <FaultDoor room="wall" what={text.what} {...fault} />
}
