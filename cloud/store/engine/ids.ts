import { v7 } from 'uuid'

/** A new id: UUIDv7, so keys made later sort later and land next to each other in their index. */
export const newId = (): string => v7()

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** As made by `newId`, in lower case. Anything else can't name a row, and the database would refuse it as text in a uuid column. */
export const isId = (text: string): boolean => pattern.test(text)
