/** The desk's built files. Every path that is no file is a page of the desk, which finds its way in the browser. */
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export async function deskFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      // The names of the assets change with what is in them.
      const isAsset = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', (request, reply) => {
    // A browser that asks for a page says so; a file that is missing must not come back as one.
    const isFile = /\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (isFile && !request.headers.accept?.includes('text/html')) return reply.callNotFound()
    return reply.sendFile('index.html')
  })
}
