/** As `lang` of a page has it. */
export const language = 'de'
