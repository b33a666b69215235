/** How the world under the mission's own marks is drawn: coasts, borders and names, in the colours of the page. */
import type { StyleSpecification } from 'maplibre-gl'

const colour = (token: string) => getComputedStyle(document.documentElement).getPropertyValue(token).trim()

/** The colours of the page as it is shown now: a map that outlives a change of them is drawn anew. */
export const pageColours = () => ({
  sea: colour('--wash'),
  land: colour('--card'),
  border: colour('--field'),
  ink: colour('--ink'),
  quiet: colour('--quiet'),
  accent: colour('--accent'),
  onAccent: colour('--on-accent'),
})
export type Colours = ReturnType<typeof pageColours>

/** A font of the page's own: with no address for letters, the map draws them from it. */
export const lettering = ['IBM Plex Sans']

export const baseStyle = (colours: Colours): StyleSpecification => ({
  version: 8,
  sources: {
    world: { type: 'vector', tiles: [`${location.origin}/base-map/{z}/{x}/{y}`], minzoom: 0, maxzoom: 5 },
  },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    { id: 'land', type: 'fill', source: 'world', 'source-layer': 'countries', paint: { 'fill-color': colours.land } },
    {
      id: 'borders',
      type: 'line',
      source: 'world',
      'source-layer': 'countries',
      paint: { 'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.5] },
    },
    {
      id: 'countries',
      type: 'symbol',
      source: 'world',
      'source-layer': 'centroids',
      minzoom: 2,
      layout: { 'text-field': ['get', 'NAME'], 'text-font': lettering, 'text-size': 12, 'text-max-width': 8 },
      paint: { 'text-color': colours.quiet, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
    },
  ],
})
