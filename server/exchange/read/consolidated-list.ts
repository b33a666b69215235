/**
 * Reads the UN Security Council Consolidated List (XML, as the Secretariat publishes it) as a table of actors: names,
 * aliases in every script, the entry's number and when it was listed. Births, documents and addresses stay out: nothing
 * here asks for them, and they are of persons.
 */
import { createReadStream } from 'node:fs'
import { brokenList, faultOf, TableFault } from './fault.ts'
import { sha256OfFile } from './sha256-of-file.ts'
import type { OpenFile, TableRow } from './table.ts'
import { readXml, type XmlReader } from './xml.ts'

export const listHeader = [
  'actor_ref',
  'name',
  'kind',
  'aliases',
  'list_ref',
  'listed_on',
  'note',
] as const satisfies readonly string[]

export async function openConsolidatedList(file: string): Promise<OpenFile> {
  return {
    tables: [
      {
        sheet: null,
        encoding: null,
        source: 'un-consolidated-list',
        async open() {
          const rows = tableRows(file)
          return {
            header: listHeader,
            rows,
            close: async () => {
              await rows.return(undefined)
            },
          }
        },
      },
    ],
    sha256: () => sha256OfFile(file),
    close: async () => undefined,
  }
}

async function* tableRows(file: string): AsyncGenerator<TableRow> {
  try {
    yield* readXml(createReadStream(file), new Entries())
  } catch (error) {
    const known = faultOf(file, error)
    throw known instanceof TableFault ? known : brokenList(file)
  }
}

const people = new Set(['INDIVIDUAL', 'ENTITY'])
const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const

class Entries implements XmlReader<TableRow> {
  readonly #path: string[] = []
  #rows: TableRow[] = []
  #row = 1
  #fields = new Map<string, string>()
  #aliases: string[] = []
  #text = ''

  open(name: string): void {
    this.#path.push(name)
    this.#text = ''
    if (people.has(name)) {
      this.#fields = new Map()
      this.#aliases = []
    }
  }

  text(text: string): void {
    this.#text += text
  }

  close(name: string): void {
    this.#path.pop()
    const text = this.#text.trim().replace(/\s+/g, ' ')
    this.#text = ''
    if (people.has(name)) this.#end(name)
    else if (name === 'ALIAS_NAME') this.#aliases.push(text)
    else if (people.has(this.#path.at(-1) ?? '')) this.#fields.set(name, text)
  }

  take(): readonly TableRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #end(kind: string): void {
    const field = (name: string) => this.#fields.get(name) ?? ''
    const number = field('REFERENCE_NUMBER')
    const name = nameParts
      .map(field)
      .filter((part) => part !== '')
      .join(' ')
    const aliases = [...new Set([field('NAME_ORIGINAL_SCRIPT'), ...this.#aliases])].filter(
      (alias) => alias !== '' && alias !== name,
    )
    const note = [field('UN_LIST_TYPE')].filter((part) => part !== '').join('; ')
    this.#rows.push({
      row: ++this.#row,
      cells: [
        number,
        name,
        kind === 'INDIVIDUAL' ? 'person' : 'unidentified',
        aliases.map((alias) => alias.replaceAll(';', ',')).join('; '),
        number,
        field('LISTED_ON').slice(0, 10),
        note,
      ],
      doubts: [],
      refused: null,
    })
  }
}
