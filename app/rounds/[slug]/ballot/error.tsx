'use client'

import { FaultDoor } from '#components/art/fault-door.tsx'
import type { FaultProps } from '#components/ui/fault.tsx'
import * as text from '#messages/app/rounds/ballot-fault.ts'

export default function ErrorPage(fault: FaultProps) {
  return <FaultDoor room="desk" what={text.what} {...fault} />
}
