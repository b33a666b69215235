import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

test('a sign of two parts stays with the word before it, and a quotation within its marks', () => {
  expect(typeset('Rien « ici » : pourquoi ?')).toBe('Rien «\u00A0ici\u00A0»\u00A0: pourquoi\u202F?')
})

test('what is read off stays as it is, and a sign that is spoken of', () => {
  expect(typeset('Ainsi 6:15. ? pour un caractère')).toBe('Ainsi 6:15. ? pour un caractère')
  expect(typeset('12:10 6:15; source:REF')).toBe('12:10 6:15; source:REF')
})

test('words made of what they are given are set too, however deep they stand', () => {
  const words = typeset({ of: { all: (n: number) => `en tout : ${n}`, columns: ['Qui ?'] }, none: null })
  expect(words.of.all(3)).toBe('en tout\u00A0: 3')
  expect(words).toMatchObject({ of: { columns: ['Qui\u202F?'] }, none: null })
})
