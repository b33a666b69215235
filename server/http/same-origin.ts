/** Whether a request comes from a page of this very server, as the browser itself says. */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Browsers write these headers and no page can forge them. The name under which the page was opened counts, not one
 * that the server knows of: it may stand behind a proxy or be reached as localhost.
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  return origin !== undefined && host !== undefined && isAt(origin, host)
}

/** The default port of the origin's own scheme may be written or not. */
function isAt(origin: string, host: string): boolean {
  try {
    const { protocol, host: wanted } = new URL(origin)
    return new URL(`${protocol}//${host}`).host === wanted
  } catch {
    return false
  }
}
