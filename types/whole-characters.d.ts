/**
 * Text is cut by `cutText` and `cutBytes` of types/words/text.ts, which know where a character ends; a part of a date, a key
 * or a match is taken by `partBetween`. So that nothing else cuts text, what cuts inside a character gives back something
 * here that is no text, and its name says what to use. Dropping a prefix (`text.slice(prefix.length)`) cuts nothing that
 * somebody wrote and stays. Tests may take their own strings apart: they are checked without this file.
 */
declare const useCutTextOrCutBytesOrPartBetween: unique symbol
type UseCutTextOrCutBytesOrPartBetween = typeof useCutTextOrCutBytesOrPartBetween

interface String {
  slice<Start extends number>(start: `${Start}` extends `-${string}` ? never : Start): string
  slice(start?: number, end?: number): UseCutTextOrCutBytesOrPartBetween
  substring(start: number, end?: number): UseCutTextOrCutBytesOrPartBetween
  substr(from: number, length?: number): UseCutTextOrCutBytesOrPartBetween
}
