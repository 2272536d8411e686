const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Hosts, with port, that a sign-in message may name: the one of PUBLIC_URL, and on this machine its other
 * names, since people type either.
 */
export function ownDomains(publicUrl: string): string[] {
  const { host, hostname, port } = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return [host]
  return LOOPBACK.map((name) => (port ? `${name}:${port}` : name))
}
