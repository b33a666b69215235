/** Points and outlines on a map. The one file that knows the library; loaded only where a map is shown. */
import { LngLatBounds, Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { baseStyle, lettering, pageColours, type Colours } from './base-style.ts'

setWorkerUrl(workerUrl)

export type Position = readonly [lon: number, lat: number]

export interface MapPoint {
  readonly ref: string
  readonly at: Position
  /** Only its region or country is known: drawn as a ring. */
  readonly isVague: boolean
}

export interface MapOutline {
  readonly name: string
  readonly isCountry: boolean
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

export interface PointMapProps {
  readonly points: readonly MapPoint[]
  readonly outlines: readonly MapOutline[]
  readonly words: { readonly map: string; readonly closer: string; readonly wider: string; readonly all: string }
  readonly failed: React.ReactNode
  /** The indices of the points that the map shows now. */
  readonly onView: (seen: readonly number[]) => void
  /** Those at one place that was pointed at; none: somewhere else was. */
  readonly onPick: (picked: readonly number[]) => void
}

/** `points` and `outlines` are drawn once: another set is another map, by its `key`. */
export function PointMap({ points, outlines, words, failed, onView, onPick }: PointMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<GlMap>(null)
  const [isBroken, setBroken] = useState(false)
  const tell = useRef({ onView, onPick })
  useEffect(() => {
    tell.current = { onView, onPick }
  })
  useEffect(() => {
    const container = box.current
    if (container === null) return undefined
    const map = draw(container, points, outlines)
    if (map === null) {
      setBroken(true)
      return undefined
    }
    drawn.current = map
    map.getCanvas().setAttribute('aria-label', words.map)
    map.on('moveend', () => tell.current.onView(inside(map, points)))
    map.on('click', (event) => {
      void pointedAt(map, event).then((picked) => picked && tell.current.onPick(picked))
    })
    map.once('idle', () => {
      container.dataset['drawn'] = 'all'
      tell.current.onView(inside(map, points))
    })
    return () => {
      drawn.current = null
      map.remove()
    }
  }, [points, outlines, words.map])

  if (isBroken) return failed
  return (
    <div className="map">
      <div className="map-drawn" ref={box} />
      <div className="map-buttons">
        <button type="button" className="button" aria-label={words.closer} onClick={() => drawn.current?.zoomIn()}>
          +
        </button>
        <button type="button" className="button" aria-label={words.wider} onClick={() => drawn.current?.zoomOut()}>
          −
        </button>
        <button
          type="button"
          className="button"
          onClick={() => drawn.current?.fitBounds(boundsOf(points, outlines), framing)}
        >
          {words.all}
        </button>
      </div>
    </div>
  )
}

const framing = { padding: 40, maxZoom: 9 }

/** Null where this browser cannot draw maps. */
function draw(container: HTMLElement, points: readonly MapPoint[], outlines: readonly MapOutline[]): GlMap | null {
  const colours = pageColours()
  try {
    const map = new GlMap({
      container,
      style: baseStyle(colours),
      bounds: boundsOf(points, outlines),
      fitBoundsOptions: framing,
      maxZoom: 14,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      // The address and the page's own search are the page's.
      hash: false,
    })
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    map.on('load', () => {
      addOutlines(map, outlines, colours)
      addPoints(map, points, colours)
    })
    for (const layer of ['groups', 'points']) {
      map.on('mouseenter', layer, () => void (map.getCanvas().style.cursor = 'pointer'))
      map.on('mouseleave', layer, () => void (map.getCanvas().style.cursor = ''))
    }
    return map
  } catch {
    return null
  }
}

function boundsOf(points: readonly MapPoint[], outlines: readonly MapOutline[]): LngLatBounds {
  const bounds = new LngLatBounds()
  for (const { at } of points) bounds.extend([...at])
  for (const { polygons } of outlines) for (const at of polygons.flat(2)) bounds.extend([...at])
  return bounds.isEmpty() ? new LngLatBounds([-170, -55, 170, 70]) : bounds
}

const inside = (map: GlMap, points: readonly MapPoint[]): readonly number[] => {
  const bounds = map.getBounds()
  return points.flatMap(({ at }, index) => (bounds.contains([...at]) ? [index] : []))
}

/** A group that can be parted is parted and nothing is picked; what stands at one place is picked together. */
async function pointedAt(map: GlMap, event: MapMouseEvent): Promise<readonly number[] | null> {
  const [found] = map.queryRenderedFeatures(event.point, { layers: ['groups', 'points'] })
  if (found === undefined || found.geometry.type !== 'Point') return []
  const group: unknown = found.properties['cluster_id']
  if (typeof group !== 'number') return [Number(found.properties['index'])]
  const source = map.getSource('points') as GeoJSONSource
  const zoom = await source.getClusterExpansionZoom(group)
  if (zoom <= grouping.clusterMaxZoom) {
    const [lon = 0, lat = 0] = found.geometry.coordinates
    map.easeTo({ center: [lon, lat], zoom, duration: 150 })
    return null
  }
  const leaves = await source.getClusterLeaves(group, Number.MAX_SAFE_INTEGER, 0)
  return leaves.map(({ properties }) => Number(properties?.['index']))
}

const grouping = { cluster: true, clusterRadius: 36, clusterMaxZoom: 12 } as const

function addPoints(map: GlMap, points: readonly MapPoint[], colours: Colours): void {
  map.addSource('points', {
    type: 'geojson',
    ...grouping,
    data: {
      type: 'FeatureCollection',
      features: points.map(({ at, isVague }, index) => ({
        type: 'Feature',
        properties: { index, isVague },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    },
  })
  map.addLayer({
    id: 'groups',
    type: 'circle',
    source: 'points',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': colours.accent,
      'circle-radius': ['step', ['get', 'point_count'], 12, 10, 15, 100, 19, 1000, 24],
      'circle-stroke-color': colours.land,
      'circle-stroke-width': 1.5,
    },
  })
  map.addLayer({
    id: 'counts',
    type: 'symbol',
    source: 'points',
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count'], 'text-font': lettering, 'text-size': 12, 'text-overlap': 'always' },
    paint: { 'text-color': colours.onAccent },
  })
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'points',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': ['case', ['get', 'isVague'], colours.land, colours.accent],
      'circle-radius': 6,
      'circle-stroke-color': ['case', ['get', 'isVague'], colours.accent, colours.land],
      'circle-stroke-width': ['case', ['get', 'isVague'], 2, 1.5],
    },
  })
}

function addOutlines(map: GlMap, outlines: readonly MapOutline[], colours: Colours): void {
  map.addSource('outlines', {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: outlines.map(({ name, isCountry, polygons }) => ({
        type: 'Feature',
        properties: { name, isCountry },
        geometry: {
          type: 'MultiPolygon',
          coordinates: polygons.map((rings) => rings.map((ring) => ring.map((at) => [...at]))),
        },
      })),
    },
  })
  map.addLayer({ id: 'areas', type: 'fill', source: 'outlines', paint: { 'fill-color': colours.land } })
  map.addLayer({
    id: 'outlines',
    type: 'line',
    source: 'outlines',
    paint: { 'line-color': colours.border, 'line-width': ['case', ['get', 'isCountry'], 2, 0.75] },
  })
  map.addLayer({
    id: 'area-names',
    type: 'symbol',
    source: 'outlines',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': lettering,
      'text-size': ['case', ['get', 'isCountry'], 15, 12],
      // Where two names would lie on each other, the country's stays.
      'symbol-sort-key': ['case', ['get', 'isCountry'], 0, 1],
    },
    paint: {
      'text-color': ['case', ['get', 'isCountry'], colours.ink, colours.quiet],
      'text-halo-color': colours.land,
      'text-halo-width': 1.5,
    },
  })
}
