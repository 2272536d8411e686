export const sending = 'The picture is on its way'
export const checking = 'It has arrived, and is written anew'
export const stop = 'Stop'
export const back = 'Back to the form'
export const again = 'Send it again'
export const kept = 'What is kept is what hangs'
export const keptAs = (width: number, height: number, bytes: string) => `${width} × ${height} px, ${bytes}`
export const alt = 'The picture as it is kept'
