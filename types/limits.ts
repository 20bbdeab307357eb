/** Limits of what people may send; the client's forms and the server check the same figures. */
export const limits = {
  /** Characters of a description, message or note. */
  text: 2000,
  /** Characters of a short text: reason, expectation, name of a place. */
  shortText: 200,
  name: 30,
  /** Of an address on the web. */
  link: 500,
  phone: 20,
  /** D-IN-2: up to nine photos … */
  photos: 9,
  /** … and one short video or voice note. */
  recordings: 1,
  /** Bytes of one uploaded file. */
  mediaBytes: 10 * 1024 * 1024,
  /** Bytes of a JSON request (P-CLD-3). */
  requestBytes: 100 * 1024,
  /** Levels of nesting in a JSON request. */
  requestDepth: 20,
  /** Rules of one kind in a policy. */
  policyRules: 1000,
  /** Of one questionnaire beyond what is always asked: more would not be answered. */
  surveyQuestions: 8,
  /** Of a survey of the whole estate. */
  campaignQuestions: 20,
  /** Households that a survey may ask: their number is the sample at most. */
  campaignHouseholds: 50_000,
  /** Of one question. */
  surveyOptions: 10,
  pageSize: 50,
  idempotencyKey: 64,
  /** From this rating down the reasons are asked for (D-CB-1). */
  lowRating: 2,
} as const
