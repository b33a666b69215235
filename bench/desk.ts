/**
 * The desk in the real Chromium: what its first load weighs, from click to paint for the first page of each list, from
 * key to paint for search as one types, and the longest frame while a map is dragged. The bare twin of a list or a key is
 * the very answer fetched by the same page and thrown away; of the map, the same map with few marks.
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { importFiles } from '#server/exchange/import-files.ts'
import { rowsOf } from '#store/database.ts'
import { choosePassword, openDesk, signIn, type Desk } from '../web/e2e/open-desk.ts'
import { percentile, type BenchBase } from './base.ts'

const turns = 40

// In the page, so that no way between processes is measured. A frame's last task runs before what it draws is shown.
const clickToPaint = `({ path, shown }) => new Promise((done) => {
  const start = performance.now()
  document.querySelector('header a[href="' + path + '"]').click()
  const look = () =>
    document.querySelector(shown) === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
  look()
})`
const bareFetch = `async (path) => {
  const start = performance.now()
  await (await fetch(path)).json()
  return performance.now() - start
}`
const watchKeys = `() => {
  const box = document.querySelector('.search-box')
  let painting = Promise.resolve(0)
  box.addEventListener('keydown', () => {
    const start = performance.now()
    painting = new Promise((done) => {
      const look = () =>
        box.getAttribute('aria-busy') === 'true'
          ? requestAnimationFrame(look)
          : requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
      setTimeout(look)
    })
  })
  globalThis.painted = () => painting
}`
const countFrames = `() => {
  const frames = []
  let last = performance.now()
  const count = (now) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  globalThis.framesCounted = () => frames.slice(1)
}`
const stockRows = 50_000

export async function benchDesk(base: BenchBase, print: (line: string) => void): Promise<void> {
  await fillStock(base)
  await base.bare.query('analyze')
  const desk = await openDesk({ home: base.home })
  try {
    await choosePassword(desk)
    const page = await desk.page({ width: 1440 })
    await signIn(page, desk.url)
    await page.locator('.top nav').waitFor()
    print(await firstLoad(page, desk))
    for (const one of lists) print(await list(page, desk, one))
    print(await keys(page, base))
    print(await drag(page, desk))
  } finally {
    await desk.close()
  }
}

/** Holders' stock, which the workload of finds has none of. */
async function fillStock({ context, folder }: BenchBase): Promise<void> {
  const path = join(folder, 'stock.csv')
  const out = createWriteStream(path)
  out.write('stock_ref,holder,holder_country,services,basis,coverage,class,model,serial,covers_to\r\n')
  for (let i = 0; i < stockRows; i++)
    if (!out.write(`S${i},Army of XA,XA,army,list,partial,arm,Model ${i % 40},S${100_000 + i},2012\r\n`))
      await once(out, 'drain')
  out.end()
  await once(out, 'finish')
  const { intake, analysis, reference } = context
  await importFiles({ intake, analysis, codes: reference.codes, mappings: [] }, [path], {})
}

/** All that a signed-in person's browser loads for the first page, as it travels. */
async function firstLoad(page: Page, { url }: Desk): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  // What the page before had under way.
  const notAsked = ''
  const asked = new Map<string, string>()
  const sizes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    asked.set(requestId, new URL(request.url).pathname),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(asked.get(requestId) ?? notAsked, encodedDataLength),
  )
  await page.goto(url, { waitUntil: 'networkidle' })
  await session.detach()
  sizes.delete(notAsked)
  const kilobytes = (ofRecords: boolean) =>
    [...sizes].reduce((sum, [path, size]) => sum + (path.startsWith('/api/') === ofRecords ? size : 0), 0) / 1000
  const largest = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, 5)
  return (
    `first load: ${kilobytes(false).toFixed(0)} kB of desk and ${kilobytes(true).toFixed(0)} kB of records; ` +
    `largest ${largest.map(([path, size]) => `${path} ${(size / 1000).toFixed(0)}`).join(', ')}`
  )
}

interface List {
  readonly name: string
  readonly path: string
  readonly shown: string
  readonly api: string
}

const lists: readonly List[] = [
  { name: 'what is new', path: '/', shown: '.group', api: '/api/findings' },
  { name: 'incidents', path: '/incidents', shown: '.records tbody tr', api: '/api/incidents' },
  { name: 'stock', path: '/stock', shown: '.records tbody tr', api: '/api/stock' },
]

async function list(page: Page, { url }: Desk, { name, path, shown, api }: List): Promise<string> {
  const ours: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    // A fresh page remembers no answer.
    await page.goto(`${url}/password`)
    await page.locator('main form').waitFor()
    const link = page.locator(`header a[href="${path}"]`).first()
    await link.waitFor()
    ours.push(await page.evaluate<number>(`(${clickToPaint})(${JSON.stringify({ path, shown })})`))
    bare.push(await page.evaluate<number>(`(${bareFetch})('${api}')`))
  }
  return compared(`the first page of ${name}, click to paint`, ours, bare)
}

async function keys(page: Page, { bare: superuser }: BenchBase): Promise<string> {
  const marked = await rowsOf<{ serial: string }>(
    superuser,
    `select serial from items tablesample bernoulli (1) repeatable (9) where length(serial) between 6 and 9 limit 20`,
  )
  const ours: number[] = []
  const bare: number[] = []
  const box = page.getByRole('combobox', { name: 'Search' })
  await page.evaluate(`(${watchKeys})()`)
  for (const { serial } of marked) {
    await box.fill('')
    for (const key of serial) {
      await box.press(key)
      ours.push(await page.evaluate<number>('globalThis.painted()'))
    }
    for (let length = 1; length <= serial.length; length++)
      bare.push(await page.evaluate<number>(`(${bareFetch})('/api/search?text=${serial.slice(0, length)}&limit=8')`))
  }
  return compared('search as one types, key to paint', ours, bare)
}

async function drag(page: Page, { url }: Desk): Promise<string> {
  const many = await longestFrame(page, `${url}/incidents?view=map`)
  const few = await longestFrame(page, `${url}/incidents?view=map&from=2012-01-01&to=2012-01-01`)
  return (
    `a map dragged with ${many.marks} incidents: longest frame ${many.longest.toFixed(0)} ms, p95 ${many.p95.toFixed(0)} ms; ` +
    `with ${few.marks}: ${few.longest.toFixed(0)} ms, p95 ${few.p95.toFixed(0)} ms; ${(many.longest - few.longest).toFixed(0)} ms more`
  )
}

async function longestFrame(page: Page, address: string) {
  await page.goto(address)
  const canvas = page.locator('.map canvas').first()
  await canvas.waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('#in-view', { hasText: /[1-9]/ }).waitFor()
  const heading = await page.locator('#in-view').innerText()
  const at = await canvas.boundingBox()
  if (at === null) throw new Error('the map is not there')
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate(`(${countFrames})()`)
  for (let step = 0; step < 120; step++)
    await page.mouse.move(x + 150 * Math.sin(step / 10), y + 80 * Math.sin(step / 7))
  const frames = (await page.evaluate('globalThis.framesCounted()')) as number[]
  await page.mouse.up()
  return { marks: heading.replace(/\D/g, ''), longest: Math.max(...frames), p95: percentile(frames, 0.95) }
}

function compared(what: string, ours: readonly number[], bare: readonly number[]): string {
  const [p50, p95, of] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(bare, 0.95)]
  return `${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, of ${ours.length}; its answer alone p95 ${of.toFixed(0)} ms; ratio ${(p95 / of).toFixed(2)}`
}
