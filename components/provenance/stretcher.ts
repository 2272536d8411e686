export type Stretcher = {
  width: number
  height: number
  /** Thickness of the bars, in the units of the drawing. */
  bar: number
  /** Closed outlines of the frame (even-odd) and of the cross bar. */
  bars: string
  lines: string
}

const LONG_SIDE = 744
const BAR = 48
const CROSS = 40

/** The back of a canvas of any format: four bars with mitred corners and a cross bar over the shorter way. */
export function stretcherOf(pictureWidth: number, pictureHeight: number): Stretcher {
  const scale = LONG_SIDE / Math.max(pictureWidth, pictureHeight)
  const width = Math.round(pictureWidth * scale)
  const height = Math.round(pictureHeight * scale)
  const bar = Math.min(BAR, Math.round(Math.min(width, height) / 5))
  const [right, foot] = [width - bar, height - bar]
  const upright = height >= width
  const cross = Math.round((upright ? height : width) / 2 - CROSS / 2)
  const crossBar = upright
    ? `M${bar} ${cross}H${right}V${cross + CROSS}H${bar}z`
    : `M${cross} ${bar}H${cross + CROSS}V${foot}H${cross}z`
  const crossLines = upright
    ? `M${bar} ${cross}H${right}M${bar} ${cross + CROSS}H${right}`
    : `M${cross} ${bar}V${foot}M${cross + CROSS} ${bar}V${foot}`
  return {
    width,
    height,
    bar,
    bars: `M0 0H${width}V${height}H0zM${bar} ${bar}V${foot}H${right}V${bar}z${crossBar}`,
    lines: `M.5 .5H${width - 0.5}V${height - 0.5}H.5zM${bar} ${bar}H${right}V${foot}H${bar}zM0 0L${bar} ${bar}M${width} 0L${right} ${bar}M0 ${height}L${bar} ${foot}M${width} ${height}L${right} ${foot}${crossLines}`,
  }
}
