export const kept = 'Kept on this device.'
export const yours = 'Your draft'
export const keepOrMove = 'Keep or move this draft'
export const unkept = 'This device keeps nothing: the draft lives as long as this page.'
