// Made once: at every key of the Light Table a strip full of places is written.
const figures = new Intl.NumberFormat('en')

/** A number as it stands alone. */
export const figure = (amount: number | bigint) => figures.format(amount)
