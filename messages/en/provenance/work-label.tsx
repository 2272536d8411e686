import type { ReactNode } from 'react'

export const made = (medium: string, year: number) => `${medium}, ${year}`
export const size = (width: number, height: number) => `${width} × ${height} px, edition of 1`
export const quoted = (prompt: string) => `“${prompt}”`
export const brief = 'The brief, signed by the creator'
export const variationOf = (parent: ReactNode) => <>A variation of {parent}</>
export const vary = 'Make variations'
export const enlarge = 'Enlarge'
export const keptPrivate = 'Words kept private by their creator.'
