// ECMAScript leaves sines, powers and their kin to the implementation, and V8 builds differ;
// only + − × ÷ and square roots are fixed to the bit, so the series are written out here.

/** A full turn in radians. */
export const TURN = 6.283185307179586

export function sine(angle: number): number {
  let turns = angle / TURN
  turns -= Math.floor(turns + 0.5)
  let sign = 1
  if (turns < 0) {
    turns = -turns
    sign = -1
  }
  if (turns > 0.25) turns = 0.5 - turns
  const z = turns * TURN
  const q = z * z
  return sign * z * (1 + q * (-1 / 6 + q * (1 / 120 + q * (-1 / 5040 + q * (1 / 362880 - q / 39916800)))))
}

export const cosine = (angle: number) => sine(angle + TURN / 4)

/** Angle of (x, y) in (−π, π]; polynomial of Abramowitz and Stegun 4.4.49, error below 2e−5. */
export function arctangent(y: number, x: number): number {
  const ax = x < 0 ? -x : x
  const ay = y < 0 ? -y : y
  if (ax + ay === 0) return 0
  const m = ax > ay ? ay / ax : ax / ay
  const q = m * m
  let angle =
    m *
    (0.99997726 + q * (-0.33262347 + q * (0.19354346 + q * (-0.11643287 + q * (0.05265332 - q * 0.0117212)))))
  if (ay > ax) angle = TURN / 4 - angle
  if (x < 0) angle = TURN / 2 - angle
  return y < 0 ? -angle : angle
}

export function powerOfTwo(x: number): number {
  const whole = Math.floor(x)
  const f = (x - whole) * Math.LN2
  let result =
    1 + f * (1 + (f / 2) * (1 + (f / 3) * (1 + (f / 4) * (1 + (f / 5) * (1 + (f / 6) * (1 + f / 7))))))
  for (let step = 0; step < whole; step++) result *= 2
  for (let step = 0; step > whole; step--) result /= 2
  return result
}

export function binaryLogarithm(value: number): number {
  let x = value
  let exponent = 0
  while (x >= 1.5) {
    x /= 2
    exponent++
  }
  while (x < 0.75) {
    x *= 2
    exponent--
  }
  const z = (x - 1) / (x + 1)
  const q = z * z
  return (
    exponent +
    2.8853900817779268 *
      z *
      (1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q / 13))))))
  )
}

export const power = (base: number, exponent: number) =>
  base <= 0 ? 0 : powerOfTwo(exponent * binaryLogarithm(base))
