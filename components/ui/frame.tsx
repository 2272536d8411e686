import type { ReactNode } from 'react'

/** Signage column and content: the shape of every page outside the Light Table. */
export function Frame({ signage, children }: { signage: ReactNode; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="page-edge flex-1 pt-1 pb-16 outline-none wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:content-start wide:gap-x-6 wide:pt-4 band:pb-26"
    >
      {signage}
      <div className="min-w-0">{children}</div>
    </main>
  )
}
