/** How a story looks at a page that it stands before: what bars its reader, and the way to a place by keyboard alone. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong, each with where it stands; empty where all can read the page. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
  return violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target).join(', ')}`)
}

/** Presses Tab until what the selector names is reached and drawn as reached. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const named = JSON.stringify(selector)
  for (let pressed = 0; pressed < 100; pressed++) {
    await page.keyboard.press('Tab')
    if (!(await page.evaluate(`document.activeElement?.matches(${named})`))) continue
    const ring = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    if (ring === 'none') throw new Error(`${selector} is reached, and nothing shows it`)
    return
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

/** Chooses the language of the page, which its account keeps. */
export async function speak(page: Page, language: 'en' | 'fr'): Promise<void> {
  await page.locator('.account summary').click()
  const kept = page.waitForResponse((response) => response.request().method() !== 'GET')
  await page.locator('#language').selectOption(language)
  await kept
}
