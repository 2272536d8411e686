export const what = 'Das Protokoll'
