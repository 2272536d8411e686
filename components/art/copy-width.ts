type Size = { width: number; height: number }

/** How wide a smaller copy is whose longer side is at most `side` px (lib/candidates/adapters/renditions.ts). */
export const copyWidth = (side: number, { width, height }: Size): number =>
  Math.round(width * Math.min(1, side / Math.max(width, height)))

/** The two smaller copies of a work as `srcset`. */
export const copySet = ({ src320, src640 }: { src320: string; src640: string }, size: Size): string =>
  `${src320} ${copyWidth(320, size)}w, ${src640} ${copyWidth(640, size)}w`
