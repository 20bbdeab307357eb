/** From when on a matter is hot, major or wide, where a policy says nothing of it (D-SP-1, D-SP-2, D-HD-6). */
export const usualSpecial = { hotPeople: 3, hotDays: 30, likeness: 0.6, majorSum: 1_000, wideReach: 10_000 } as const
