export const pixels = (width: number, height: number) => `It has ${width} × ${height} pixels.`
