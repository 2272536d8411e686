import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { OPERATIONS } from './operations.ts'

const WEBHOOKS = '/api/v1/webhooks/'

function routeOperations(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const path = `/api/v1/${file.replace(/\/route\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')}`
      const source = readFileSync(join(folder, file), 'utf8')
      return [...source.matchAll(/export (?:const|async function) (GET|POST|PUT|DELETE)\b/g)].map(
        ([, method]) => `${method?.toLowerCase()} ${path}`,
      )
    })
    .filter((operation) => !operation.includes(WEBHOOKS))
    .toSorted()
}

it('describes every route that there is, and no other', () => {
  const described = OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted()
  expect(described).toEqual(routeOperations('app/api/v1'))
})

it('names each path parameter once and gives every answer a schema', () => {
  const document = openApiDocument()
  const text = JSON.stringify(document)
  expect(text).not.toContain('undefined')
  for (const { method, path, params } of OPERATIONS) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([method, path, Object.keys(params?.shape ?? {}).toSorted()]).toEqual([
      method,
      path,
      named.toSorted(),
    ])
  }
})

it('spells what a ballot and a round template need', () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, { requestBody?: unknown }>> }
  const ballot = JSON.stringify(paths['/api/v1/rounds/{id}/ballots']?.post?.requestBody)
  for (const field of ['signingChain', 'candidateRoot', 'sequence', 'validUntil'])
    expect(ballot).toContain(field)
  const template = JSON.stringify(paths['/api/v1/rounds']?.post?.requestBody)
  for (const field of ['submissionsSeconds', 'maxScore', 'pairwise']) expect(template).toContain(field)
  expect(template).toContain('"required":["community","title","brief"]')
})
