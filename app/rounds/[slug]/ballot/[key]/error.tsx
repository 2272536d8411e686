'use client'

import { FaultDoor } from '#components/art/fault-door.tsx'
import type { FaultProps } from '#components/ui/fault.tsx'

export default function ErrorPage(fault: FaultProps) {
  return <FaultDoor room="desk" what="This ballot" {...fault} />
}
