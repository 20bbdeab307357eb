import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** `steps[3].data.reason` */
export function placeOf(where: string, issue: Issue): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  let place = where
  for (const part of [...issue.path, ...unknown])
    place += typeof part === 'number' ? `[${part}]` : `${place === '' ? '' : '.'}${String(part)}`
  return place === '' ? 'the scenario' : place
}

/** What is wrong there, in a few words for whoever wrote the file. */
export function whatIsWrong(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not a known field'
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return issue.input === undefined ? 'is missing' : 'has none of the forms it may have'
    case 'too_small':
      return 'is too small or too short'
    case 'too_big':
      return 'is too large or too long'
    case 'custom':
      return issue.message ?? 'is not valid'
    default:
      return 'is not valid'
  }
}
