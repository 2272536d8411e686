/** A number as it stands alone. */
export const figure = (amount: number | bigint) => amount.toLocaleString('en')
