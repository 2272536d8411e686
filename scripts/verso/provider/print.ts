import type { ProviderReport } from '#scripts/verso/provider.ts'

const SHOWN = 12
const SEES = {
  'this-server': 'only that machine sees the prompt',
  provider: 'the provider sees the prompt',
  strangers: 'strangers see the prompt',
} as const

const figure = (count: number) => count.toLocaleString('en')

const priceWords = (microUsd: number) =>
  microUsd === 0 ? 'is free' : `costs $${(microUsd / 1_000_000).toFixed(4)}`

function foundLines({ label, baseUrl, probe, url, failure }: ProviderReport): string[] {
  if (!label) return [`✗ ${url}: ${failure?.detail ?? 'nobody answers'}.`]
  if (!probe) return [`· ${label} at ${baseUrl}`]
  const models = probe.models?.slice(0, SHOWN).join(', ')
  const more = (probe.models?.length ?? 0) - SHOWN
  return [
    `✓ ${label} at ${baseUrl}: ${probe.server}`,
    ...(models ? [`  Models: ${models}${more > 0 ? ` and ${figure(more)} more` : ''}`] : []),
    ...(probe.waiting === null ? [] : [`  Waiting there: ${figure(probe.waiting)}`]),
  ]
}

function factLines({ model, costMicroUsd, latencyMs, seesThePrompt, licence }: ProviderReport): string[] {
  if (costMicroUsd === null || latencyMs === null || !seesThePrompt) return []
  const seconds = Math.max(1, Math.round(latencyMs / 1000))
  return [
    `  A picture by ${model} ${priceWords(costMicroUsd)}, takes about ${seconds} s; its terms: ${licence}; ${SEES[seesThePrompt]}.`,
  ]
}

function pictureLines({ picture }: ProviderReport): string[] {
  if (!picture) return []
  const { file, width, height, bytes, seconds, sha256, costMicroUsd } = picture
  const cost = costMicroUsd === 0 ? 'for nothing' : `for $${(costMicroUsd / 1_000_000).toFixed(4)}`
  return [
    `✓ ${file}: ${width} × ${height}, ${figure(bytes)} bytes, in ${seconds.toFixed(1)} s, ${cost}`,
    `  SHA-256 ${sha256}`,
  ]
}

function nextLines(report: ProviderReport, hasKey: boolean): string[] {
  const { variables, probe, label, failure, baseUrl } = report
  if (label && failure) return [`✗ ${failure.detail} (${failure.kind})`]
  if (!variables || !probe) return []
  const key = hasKey ? `, and the key as ${variables.key}` : ''
  return [`  An instance uses it with ${variables.address} at ${baseUrl}${key}.`]
}

/** A key goes where it can be read on the way. */
function openWayLines({ baseUrl }: ProviderReport, hasKey: boolean): string[] {
  if (!hasKey || !baseUrl?.startsWith('http:') || /^http:\/\/(localhost|127\.|\[::1\])/.test(baseUrl))
    return []
  return ['· The address is not https: whoever stands between can read the key.']
}

/** The report as text for a person. */
export function reportText(report: ProviderReport, hasKey: boolean): string {
  const lines = [
    ...foundLines(report),
    ...factLines(report),
    ...openWayLines(report, hasKey),
    ...pictureLines(report),
    ...nextLines(report, hasKey),
  ]
  return `${lines.join('\n')}\n`
}
