/** The OpenAPI 3.1 document, made from the routes themselves. */
import { z } from 'zod'
import { problems, problemSchema } from './problem.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

export function openapi(version: string): object {
  const paths: { [path: string]: { [method: string]: object } } = {}
  for (const route of routes as readonly Route[]) {
    const methods = paths[route.path] ?? {}
    methods[route.method.toLowerCase()] = operation(route)
    paths[route.path] = methods
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Headstamp', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'headstamp.session_token' },
      },
      schemas: { Problem: z.toJSONSchema(problemSchema) },
    },
  }
}

function operation(route: Route): object {
  return {
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.sends === 'file' && {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
    }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(route.body, { io: 'input' }) } },
          },
        }),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        content: { 'application/json': { schema: z.toJSONSchema(route.answer) } },
      },
      ...Object.fromEntries(
        route.problems.map((type) => [
          problems[type].status,
          {
            description: problems[type].title.en,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

const pathParameters = (route: Route) =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(route: Route): readonly object[] {
  if (route.query === undefined) return []
  const schema = z.toJSONSchema(route.query, { io: 'input' }) as { properties?: object; required?: readonly string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property as object,
  }))
}
