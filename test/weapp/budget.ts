export const kb = 1024

/** P-RUN-2: bytes of the first setData and of any, the tree of a page. */
export const budget = { first: 32 * kb, largest: 128 * kb, nodes: 1000, depth: 30, children: 60 }
