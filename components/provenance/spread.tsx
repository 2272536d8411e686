import type { CSSProperties, ReactNode } from 'react'
import { OnSide } from './turn-over.tsx'

type SpreadProps = {
  /** Size of the picture in its own pixels. */
  picture: { width: number; height: number }
  /** TurnOver, or a WorkFrame alone. */
  children: ReactNode
  /** Beside the front: the label, on the picture's lower edge as in a museum. */
  recto: ReactNode
  /** Beside the back: the chain of custody. */
  verso: ReactNode
}

/** A work on its own page: as large as the window is high, never above its own pixels, label at its right. */
export function Spread({ picture, children, recto, verso }: SpreadProps) {
  const size = {
    '--ratio': picture.width / picture.height,
    '--own-width': `${picture.width}px`,
  } as CSSProperties
  return (
    <div className="gap-x-6 wide:grid wide:grid-cols-[auto_minmax(0,1fr)]" style={size}>
      <div className="w-full max-w-(--own-width) band:max-wide:max-w-[min(var(--own-width),(100dvh-9.5rem)*var(--ratio))] wide:w-[min(58vw-10rem,(100dvh-9.5rem)*var(--ratio),var(--own-width))] wide:min-w-80">
        {children}
      </div>
      <div className="grid min-w-0 max-wide:mt-4">
        <OnSide side="recto">
          <div className="wide:self-end">{recto}</div>
        </OnSide>
        <OnSide side="verso">
          <div className="wide:pl-4">{verso}</div>
        </OnSide>
      </div>
    </div>
  )
}
