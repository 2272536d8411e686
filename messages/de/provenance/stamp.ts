export const stamp = (place: string, of: string, ring: string) => `Stempel: ${place} ${of}, ${ring}`
