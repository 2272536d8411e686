'use client'

import { useEffect, useState } from 'react'

/** Says that the page is awake, once all of it listens and shows what this device keeps. */
export function Awake() {
  const [listens, setListens] = useState(false)
  useEffect(() => setListens(true), [])
  useEffect(() => {
    if (listens) void window.versoAwake?.()
  }, [listens])
  return null
}
