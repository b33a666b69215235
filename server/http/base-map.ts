/**
 * The map of the world that lies under a mission's own: vector tiles out of the file that the product brings, so that no
 * other host learns where somebody looks. The log does not either.
 */
import { buffer } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { openZip } from '../exchange/read/zip.ts'

export const baseMapPath = '/base-map/'

const file = new URL('../../reference/base-map/world.smp', import.meta.url).pathname

export async function baseMap(app: FastifyInstance): Promise<void> {
  const world = await openZip(file)
  app.addHook('onClose', () => world.close())
  app.get<{ Params: { z: string; x: string; y: string } }>(`${baseMapPath}:z/:x/:y`, async ({ params }, reply) => {
    const tile = await world.read(`s/0/${params.z}/${params.x}/${params.y}.mvt.gz`)
    reply.header('cache-control', 'public, max-age=86400')
    // Where there is nothing but sea the file has no tile.
    if (tile === null) return reply.status(204).send()
    return reply
      .type('application/vnd.mapbox-vector-tile')
      .header('content-encoding', 'gzip')
      .send(await buffer(tile))
  })
}
