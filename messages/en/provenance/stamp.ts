export const stamp = (place: string, of: string, ring: string) => `Stamp: ${place} ${of}, ${ring}`
