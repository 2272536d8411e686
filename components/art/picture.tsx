'use client'

import { useEffect, useRef, useState } from 'react'
import { Img, type ImgProps } from '#components/ui/img.tsx'
import * as text from '#messages/art/picture.ts'

/** A picture that says so, in its place, when its file does not arrive. */
export function Picture({ name, eager = false, ...img }: ImgProps & { name: string }) {
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  const element = useRef<HTMLImageElement>(null)

  // It may have failed before this script was here to hear of it.
  useEffect(() => {
    const { complete = false, naturalWidth = 0 } = element.current ?? {}
    if (complete && naturalWidth === 0) setFailed(true)
  }, [])

  if (!failed)
    return (
      <Img {...img} key={tries} ref={element} eager={eager || tries > 0} onError={() => setFailed(true)} />
    )
  return (
    <div className="flex size-full flex-col justify-between gap-2 overflow-auto border border-edge bg-ground p-2.5 text-13 leading-close">
      <p>
        <b>{text.didNotArrive(name)}</b> {text.missingHere}
      </p>
      <button
        type="button"
        className="link relative z-1 self-start max-band:min-h-11"
        onClick={() => {
          setTries(tries + 1)
          setFailed(false)
        }}
      >
        {text.askAgain}
        <span className="sr-only">{text.askedFor(name)}</span>
      </button>
    </div>
  )
}
