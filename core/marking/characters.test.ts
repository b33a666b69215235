import { expect, test } from 'vitest'
import { asciiDigit, classOf, foldLetters, twinOf } from './characters.ts'

const everyCharacter = Array.from({ length: 0x11_0000 }, (_, point) => String.fromCodePoint(point))

test('folding a folded character changes nothing, for every character of Unicode', () => {
  const moving = everyCharacter.filter((character) => foldLetters(foldLetters(character)) !== foldLetters(character))
  expect(moving).toEqual([])
})

test('a twin has no other twin, and a class no other class', () => {
  const moving = everyCharacter.filter(
    (character) =>
      twinOf(twinOf(character)) !== twinOf(character) || classOf(classOf(character)) !== classOf(character),
  )
  expect(moving).toEqual([])
})

test('every Cyrillic letter of a serial falls into a class of the Latin skeleton', () => {
  const cyrillic = Array.from('АБВГҐДЂЕЁЄЖЗЅИІЇЙЈКЛЉМНЊОПРСТЋУЎФХЦЧЏШЩЪЫЬЭЮЯ', (letter) => foldLetters(letter))
  expect(cyrillic.filter((letter) => !/^[0-9A-Y]$/.test(classOf(letter)))).toEqual([])
})

test('the digits of every script have the values of ASCII digits', () => {
  const zeros = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0e50, 0x1040, 0x17e0, 0x1a80, 0x1a90, 0x11066, 0x1e950]
  for (const zero of zeros) {
    const digits = Array.from({ length: 10 }, (_, value) => asciiDigit(String.fromCodePoint(zero + value)))
    expect(digits.join('')).toBe('0123456789')
  }
  expect(asciiDigit('Ⅷ')).toBe('Ⅷ')
})
