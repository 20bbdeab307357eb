/** For how long a merge can be undone, in ms: 24 hours by the clock (D-HD-8). */
export const undoMergeWithin = 86_400_000
