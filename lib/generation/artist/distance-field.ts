import type { Plane, Plate, Press } from './press.ts'

const FAR = 1e12

// Kept between pictures for its size alone: every value is written before it is read.
let field = new Float64Array(0)

type Scratch = { values: Float64Array; vertices: Int32Array; bounds: Float64Array }

/** Lower envelope of parabolas along one line (Felzenszwalb and Huttenlocher, 2012). */
function envelope(start: number, step: number, length: number, scratch: Scratch): void {
  const { values, vertices, bounds } = scratch
  for (let q = 0; q < length; q++) values[q] = field[start + q * step] ?? 0
  vertices[0] = 0
  bounds[0] = -FAR
  bounds[1] = FAR
  let last = 0
  for (let q = 1; q < length; q++) {
    let meets = 0
    for (;;) {
      const r = vertices[last] ?? 0
      meets = ((values[q] ?? 0) - (values[r] ?? 0) + q * q - r * r) / (q - r) / 2
      if (meets > (bounds[last] ?? 0) || last === 0) break
      last--
    }
    if (meets > (bounds[last] ?? 0)) last++
    vertices[last] = q
    bounds[last] = last === 0 ? -FAR : meets
    bounds[last + 1] = FAR
  }
  let current = 0
  for (let q = 0; q < length; q++) {
    while ((bounds[current + 1] ?? FAR) < q) current++
    const r = vertices[current] ?? 0
    field[start + q * step] = (values[r] ?? 0) + (q - r) * (q - r)
  }
}

function squaredDistance(press: Press, plate: Plate, inside: boolean): Float64Array {
  const { width, height, size } = press
  if (field.length !== size) field = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    const cover = inside ? (plate[at] ?? 0) / 255 : 1 - (plate[at] ?? 0) / 255
    const edge = Math.max(0, cover - 0.5)
    field[at] = cover >= 1 ? FAR : cover <= 0 ? 0 : edge * edge
  }
  const longest = Math.max(width, height)
  const scratch = {
    values: new Float64Array(longest),
    vertices: new Int32Array(longest),
    bounds: new Float64Array(longest + 1),
  }
  for (let x = 0; x < width; x++) envelope(x, width, height, scratch)
  for (let y = 0; y < height; y++) envelope(y * width, 1, width, scratch)
  return field
}

/** Signed distance in points from the edge of the plate's shapes; outside is positive. */
export function signedDistance(press: Press, plate: Plate): Plane {
  const plane = press.plane()
  const outside = squaredDistance(press, plate, false)
  for (let at = 0; at < press.size; at++) plane[at] = Math.sqrt(outside[at] ?? 0)
  const inside = squaredDistance(press, plate, true)
  for (let at = 0; at < press.size; at++) {
    plane[at] = ((plane[at] ?? 0) - Math.sqrt(inside[at] ?? 0)) * press.unit
  }
  return plane
}
