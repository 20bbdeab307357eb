/**
 * Every two neighbouring characters of a text, each once, without case and spaces. A text contains another only if it has
 * all of its pairs, so an index of pairs finds candidates in any language, with no extension of the database. Empty for
 * a text of less than two characters.
 */
export function gramsOf(text: string): readonly string[] {
  const characters = [...text.toLowerCase().replace(/\s/gu, '')]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))]
}
