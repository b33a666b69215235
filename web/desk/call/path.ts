/** The address of a route with its parameters and query filled in. */
export interface Asked {
  readonly params?: { readonly [name: string]: string }
  /** Undefined and empty values are left out. */
  readonly query?: { readonly [name: string]: string | number | undefined }
}

export function pathOf(path: string, { params = {}, query = {} }: Asked): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const written = search.toString()
  return written === '' ? filled : `${filled}?${written}`
}
