import type { Hang } from '#lib/candidates/schema.ts'

const AT_ONCE = 8

async function askAs<T>(client: string, url: URL, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${await response.text()}`)
  return response.json()
}

/**
 * Looks at a round from many devices, as a proxy in front would name them. Each is dealt its order and looks at more
 * or fewer of the works in it, from the first on.
 */
export async function manyLooks(origin: string, roundId: string, devices: number): Promise<void> {
  const at = (place: string) => new URL(`/api/v1/rounds/${roundId}/${place}`, origin)
  let next = 0
  async function lookOn(): Promise<void> {
    for (let device = next++; device < devices; device = next++) {
      const client = `198.18.${device >> 8}.${device & 255}`
      const { numbers } = await askAs<Hang>(client, at('hang?order=fair'))
      const count = Math.ceil((numbers.length * ((device % 10) + 1)) / 10)
      await askAs(client, at('impressions'), { numbers: numbers.slice(0, count) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lookOn))
}
