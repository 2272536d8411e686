import type { ReactNode } from 'react'

export const made = (medium: string, year: number) => `${medium}, ${year}`
export const size = (width: number, height: number) => `${width} × ${height} px, Auflage 1`
export const quoted = (prompt: string) => `„${prompt}“`
export const brief = 'Der Auftrag, wie er unterschrieben wurde'
export const variationOf = (parent: ReactNode) => <>Eine Variation von {parent}</>
export const vary = 'Variieren'
export const enlarge = 'Vergrößern'
export const keptPrivate = 'Worte, die ihr Urheber geheim hält.'
