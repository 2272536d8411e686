import { z } from 'zod'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { problemSchema } from './schemas.ts'

type Json = Record<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return rest
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const content = (schema: Json, type = 'application/json') => ({ [type]: { schema } })

function answersOf({ answer, refused, stale }: Operation): Json {
  const problem = {
    description: 'A problem with a stable code',
    content: content(PROBLEM, 'application/problem+json'),
  }
  const body =
    typeof answer.body === 'string' ? content(BINARY, answer.body) : content(schemaOf(answer.body, 'output'))
  return {
    [String(answer.status)]: { description: 'Done', content: body },
    ...(refused && {
      '422': {
        description: 'Refused, with the operator’s signature',
        content: content(schemaOf(refused, 'output'), 'application/problem+json'),
      },
    }),
    ...(stale && {
      '409': {
        description: 'It rests on something older, or the round is not in the state for it',
        content: content({ anyOf: [schemaOf(stale, 'output'), PROBLEM] }, 'application/problem+json'),
      },
    }),
    default: problem,
  }
}

const PROBLEM = schemaOf(problemSchema, 'output')

const BINARY = { type: 'string', format: 'binary' }

function requestBodyOf(body: NonNullable<Operation['body']>): Json {
  if (!('parse' in body)) return Object.assign({}, ...body.map((type) => content(BINARY, type)))
  return content(schemaOf(body, 'input'))
}

function operationOf(operation: Operation): Json {
  const { summary, params, query, body, signedIn } = operation
  return {
    summary,
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body && { requestBody: { required: true, content: requestBodyOf(body) } }),
    responses: answersOf(operation),
    ...(signedIn && { security: [{ session: [] }] }),
  }
}

let document: Json | undefined

/** OpenAPI 3.1 of the public interface, generated from the schemas that the routes parse with. */
export function openApiDocument(): Json {
  if (document) return document
  const paths: Record<string, Json> = {}
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  document = {
    openapi: '3.1.0',
    info: {
      title: 'Verso',
      version: '1',
      description:
        'Everything a person can do on the site. Lists are {items, nextCursor}; errors are problem+json.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'verso-session' } },
    },
  }
  return document
}
