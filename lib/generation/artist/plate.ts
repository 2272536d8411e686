import type { Plane, Plate, Press } from './press.ts'
import { clamp } from './scalar.ts'

export type Box = { left: number; top: number; right: number; bottom: number }

/** The pixels that bear anything, or null for an empty plate; edges included. */
export function inkedBox(press: Press, plate: Plate): Box | null {
  const { width, height } = press
  const box = { left: width, top: height, right: -1, bottom: -1 }
  for (let y = 0; y < height; y++) {
    const row = y * width
    let first = 0
    while (first < width && !plate[row + first]) first++
    if (first === width) continue
    let last = width - 1
    while (!plate[row + last]) last--
    if (first < box.left) box.left = first
    if (last > box.right) box.right = last
    if (y < box.top) box.top = y
    box.bottom = y
  }
  return box.right < 0 ? null : box
}

/** Takes the coverage of `cut` away from the plate. */
export function erase(plate: Plate, cut: Plate): void {
  for (let at = 0; at < plate.length; at++) {
    const away = cut[at] ?? 0
    if (away) plate[at] = Math.floor(((plate[at] ?? 0) * (255 - away)) / 255)
  }
}

/** Keeps of the plate only what lies under `window`. */
export function clip(plate: Plate, window: Plate): void {
  for (let at = 0; at < plate.length; at++) {
    plate[at] = Math.floor(((plate[at] ?? 0) * (window[at] ?? 0)) / 255)
  }
}

type Run = { start: number; step: number; length: number }

function boxRun(from: Plane, to: Plane, run: Run, radius: number): void {
  const { start, step, length } = run
  const share = 1 / (2 * radius + 1)
  let sum = 0
  for (let k = -radius; k <= radius; k++) sum += from[start + clamp(k, 0, length - 1) * step] ?? 0
  for (let k = 0; k < length; k++) {
    to[start + k * step] = sum * share
    const enters = from[start + Math.min(length - 1, k + radius + 1) * step] ?? 0
    sum += enters - (from[start + Math.max(0, k - radius) * step] ?? 0)
  }
}

/** Box blur by `radius` points, `passes` times; values keep their scale. Returns a new plane. */
export function blurred(press: Press, source: Plate | Plane, radius: number, passes = 2): Plane {
  const plane = press.plane()
  plane.set(source)
  const pixels = Math.max(1, Math.floor(radius * press.scale + 0.5))
  const across = press.plane()
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < press.height; y++) {
      boxRun(plane, across, { start: y * press.width, step: 1, length: press.width }, pixels)
    }
    for (let x = 0; x < press.width; x++) {
      boxRun(across, plane, { start: x, step: press.width, length: press.height }, pixels)
    }
  }
  press.free(across)
  return plane
}
