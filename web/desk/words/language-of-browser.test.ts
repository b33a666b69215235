import { expect, test } from 'vitest'
import { languageOfBrowser } from './language-of-browser.ts'

test('the first language that the desk speaks is spoken', () => {
  expect(languageOfBrowser(['ar', 'fr-BF', 'en'])).toBe('fr')
  expect(languageOfBrowser(['EN-gb', 'fr'])).toBe('en')
})

test('English is spoken to a browser that asks for neither', () => {
  expect(languageOfBrowser(['ar', 'pt-BR'])).toBe('en')
  expect(languageOfBrowser([])).toBe('en')
})
