/** Null when the bytes did not arrive. */
export async function fetchBytes(path: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(path)
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
