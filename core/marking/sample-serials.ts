/** Serials for the tests of this folder, and the slips that people make of them. */
import * as fc from 'fast-check'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const figures = '0123456789'
const characters = letters + figures

/** Up to three letters and five to eight figures, as most makers number. */
export const anySerial = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 }),
    fc.string({ unit: fc.constantFrom(...figures), minLength: 6, maxLength: 8 }),
  )
  .map(([prefix, number]) => prefix + number)

export type Slip = 'transposed' | 'lost' | 'added' | 'changed'

/** A serial with one slip, and the name of the slip as the first was asked and the second found. */
export const slippedSerial = fc
  .tuple(
    anySerial,
    fc.nat(),
    fc.constantFrom<Slip>('transposed', 'lost', 'added', 'changed'),
    fc.constantFrom(...characters),
  )
  .map(([serial, place, slip, character]) => ({ serial, slip, slipped: slipOnce(serial, place, slip, character) }))

function slipOnce(serial: string, place: number, slip: Slip, character: string): string {
  const at = place % (slip === 'transposed' ? serial.length - 1 : slip === 'added' ? serial.length + 1 : serial.length)
  const [before, after] = [serial.slice(0, at), serial.slice(at)]
  switch (slip) {
    case 'transposed':
      return before + after.charAt(1) + after.charAt(0) + after.slice(2)
    case 'lost':
      return before + after.slice(1)
    case 'added':
      return before + character + after
    case 'changed':
      return before + character + after.slice(1)
  }
}

/** Serials that lie close to each other more often than chance would have it, some of them with unreadable places. */
export const anyReading = fc.string({ unit: fc.constantFrom(...'01AOB8?7'), minLength: 0, maxLength: 9 })
