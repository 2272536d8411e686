/** One byte of coverage for each pixel. */
export type Plate = Uint8Array

/** One float32 for each pixel: noise, distance, light. */
export type Plane = Float32Array

type Buffers = { size: number; plates: Plate[]; planes: Plane[] }

// Buffers are zeroed when taken, so a picture never sees what the one before left behind.
const idle: Buffers = { size: 0, plates: [], planes: [] }
const MOST_IDLE = 12
const SMALLEST_KEPT = 1 << 16

/**
 * The size of the sheet and the buffers of one picture. Families compose in points, 1024 to the
 * longest side; the raster multiplies by `scale`.
 */
export class Press {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Points. */
  readonly wide: number
  readonly high: number
  /** Pixels to a point. */
  readonly scale: number
  /** Points to a pixel. */
  readonly unit: number
  readonly size: number
  private readonly plates: Plate[] = []
  private readonly planes: Plane[] = []

  /** A sheet of `wide` × `high` points, as large as it may be in a box of pixels. */
  constructor(wide: number, high: number, box: { width: number; height: number }) {
    if (!(box.width >= 1 && box.height >= 1))
      throw new RangeError('a sheet needs a box of at least one pixel')
    this.scale = Math.min(box.width / wide, box.height / high)
    this.unit = 1 / this.scale
    this.width = Math.max(1, Math.floor(wide * this.scale + 0.5))
    this.height = Math.max(1, Math.floor(high * this.scale + 0.5))
    this.wide = wide
    this.high = high
    this.size = this.width * this.height
    if (idle.size !== this.size && this.size >= SMALLEST_KEPT) {
      idle.size = this.size
      idle.plates.length = 0
      idle.planes.length = 0
    }
  }

  plate(): Plate {
    const plate = (this.keeps() && idle.plates.pop()?.fill(0)) || new Uint8Array(this.size)
    this.plates.push(plate)
    return plate
  }

  plane(): Plane {
    const plane = (this.keeps() && idle.planes.pop()?.fill(0)) || new Float32Array(this.size)
    this.planes.push(plane)
    return plane
  }

  /** Hands a buffer back before the picture is done. */
  free(...buffers: (Plate | Plane)[]): void {
    for (const buffer of buffers) {
      if (buffer instanceof Uint8Array) putBack(this.plates, buffer, this.keeps() ? idle.plates : [])
      else putBack(this.planes, buffer, this.keeps() ? idle.planes : [])
    }
  }

  private keeps(): boolean {
    return idle.size === this.size
  }

  /** Hands every buffer back. */
  close(): void {
    this.free(...this.plates.slice(), ...this.planes.slice())
  }
}

function putBack<T>(held: T[], buffer: T, shelf: T[]): void {
  const index = held.indexOf(buffer)
  if (index < 0) return
  held.splice(index, 1)
  if (shelf.length < MOST_IDLE) shelf.push(buffer)
}
