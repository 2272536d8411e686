/**
 * Where labels stand that should be at `wanted`, ascending, and are `room` apart at least: moved down where they would
 * meet, then up again where they would leave the drawing.
 */
export function labelPlaces(
  wanted: readonly number[],
  { room, end }: { room: number; end: number },
): number[] {
  const places: number[] = []
  for (const at of wanted) places.push(Math.max(at, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + room))
  let most = end
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? 0, most)
    most = (places[index] ?? 0) - room
  }
  return places
}
