type Refused = { message: string; about: string | null }

/** What is wrong, more exactly; it stands below a title that says what. */
export const fault = ({ message }: Refused): string => message
