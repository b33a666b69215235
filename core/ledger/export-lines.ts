/**
 * A ledger as a text file that anyone can check: one line a leaf, in order, and a last line with the tree's head. Each
 * is the canonical text of its object, so that no byte of the file is free. Hashes and salts are lower-case hex,
 * `digests` all of a leaf's one after another; `salt` and `texts` are null where the body is missing.
 */
import { isHash, type Sha256 } from './hash.ts'
import type { LedgerRow } from './row.ts'
import { isCount, type TreeHead } from './tree.ts'
import { checkLedger, type LedgerReport } from './verify.ts'

export const formatRow = ({ digests, leaf, leafHash, names, salt, texts }: LedgerRow): string =>
  JSON.stringify({ digests, leaf, leaf_hash: leafHash, names, salt, texts: salt === null ? null : texts })

export const formatHead = ({ root, size }: TreeHead): string => JSON.stringify({ root, size })

export type ExportLine = { readonly row: LedgerRow } | { readonly head: TreeHead }

/** What a line says; null where it is neither a leaf nor a head, or not canonical. */
export function parseLine(line: string): ExportLine | null {
  const parsed = read(line)
  if (parsed === null) return null
  return ('head' in parsed ? formatHead(parsed.head) : formatRow(parsed.row)) === line ? parsed : null
}

function read(line: string): ExportLine | null {
  const value = parseObject(line)
  if (value === null) return null
  const { digests, leaf, leaf_hash: leafHash, names, root, salt, size, texts } = value
  if (isText(root) && isHash(root) && isCount(size)) return { head: { size, root } }
  if (!isText(digests) || !isCount(leaf) || !isText(leafHash) || !isTexts(names)) return null
  const leafPart = { leaf, leafHash, names, digests }
  if (salt === null && texts === null) return { row: { ...leafPart, salt, texts: [] } }
  return isText(salt) && isTextsOrNull(texts) ? { row: { ...leafPart, salt, texts } } : null
}

export interface ExportCheck {
  /** Takes the next line, without its end. */
  take(line: string): void
  end(): LedgerReport
}

/** Checks an exported ledger line by line, against the head that it ends with. */
export function checkExport(sha256: Sha256): ExportCheck {
  const check = checkLedger(sha256)
  let head: TreeHead | null = null

  function take(line: string): void {
    const parsed = head === null ? parseLine(line) : null
    if (parsed === null) check.note('malformed')
    else if ('head' in parsed) head = parsed.head
    else check.take(parsed.row)
  }

  function end(): LedgerReport {
    if (head === null) check.note('head')
    return check.end(head)
  }

  return { take, end }
}

function parseObject(line: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : null
  } catch {
    return null
  }
}

/** No lone surrogates: RFC 8785 cannot write them. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed()

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

const isTextsOrNull = (value: unknown): value is readonly (string | null)[] =>
  Array.isArray(value) && value.every((one) => one === null || isText(one))
