export const pixels = (width: number, height: number) => `Es hat ${width} × ${height} Pixel.`
