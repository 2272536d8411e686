type Refused = { message: string; about: string | null }

/** Which file or field, or what the hub said; the title above it says what is wrong. */
export const fault = ({ about }: Refused): string => about ?? ''
