import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { v7 } from 'uuid'
import { serve } from './generator'
import type { PlainSetup, TableRows } from './messages'

const insertOf = ({ table, columns, rows }: TableRows): string => {
  const tuples = rows.map(
    (_row, index) => `(${columns.map((_column, at) => `$${index * columns.length + at + 1}`).join(', ')})`,
  )
  return `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`
}

/** Columns that are new in every row, beside the ids and the number of the ticket itself. */
const fresh: Readonly<Record<string, () => string>> = { 'notice.id': () => v7(), 'command_key.key': () => randomUUID() }

let filed = 0
/** Numbers that no filing through the host has: these hold a letter. */
const nextNumber = (): string => `P${String((filed += 1)).padStart(11, '0')}`

/**
 * Writers of the same rows by plain SQL: one connection each, one transaction per filing, one insert per table. The
 * rows are those that one filing through the host has left, with ids and numbers of their own.
 */
serve<PlainSetup>(async ({ databaseUrl, writers, ticketId, number, tables }) => {
  const inserts = tables.map(rows => ({ ...rows, sql: insertOf(rows) }))
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return async () => {
      const [newId, newNumber] = [v7(), nextNumber()]
      const renamed = (value: string) => value.replaceAll(ticketId, newId).replaceAll(number, newNumber)
      await client.query('begin')
      for (const { table, columns, rows, sql } of inserts) {
        const values = rows.flatMap(row =>
          row.map((value, at) => fresh[`${table}.${columns[at]}`]?.() ?? (value === null ? null : renamed(value))),
        )
        await client.query(sql, values)
      }
      await client.query('commit')
      return newNumber
    }
  }
  return Promise.all(Array.from({ length: writers }, connect))
})
