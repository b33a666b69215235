/** A real Chromium without a screen: the one that comes from npm, else one found by path, else Playwright's own. */
import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/** Switches of the package that a test of a real page must not have: one process for all, pages that read other hosts. */
const unwanted: ReadonlySet<string> = new Set(['--single-process', '--no-zygote', '--disable-web-security'])

const elsewhere = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function openBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return playwright.launch({
      executablePath: await chromium.executablePath(),
      args: chromium.args.filter((arg) => !unwanted.has(arg)),
    })
  }
  const found = elsewhere.find((path) => existsSync(path))
  return playwright.launch(found === undefined ? {} : { executablePath: found })
}
