/** Answers below which nobody is compared with anybody (D-CB-8). */
export const leastAnswers = 5
