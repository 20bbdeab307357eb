/**
 * Every colour and size of the product (L-TOK-1). theme.scss writes them down as CSS variables and theme.json
 * gives the native bars theirs; a test holds both files to this one.
 */
export const colors = {
  light: {
    page: '#F4F6F5',
    card: '#FFFFFF',
    ink: '#1C2421',
    ink2: '#55605B',
    ink3: '#6B7671',
    line: '#DDE3E0',
    primary: '#0B7A5E',
    onPrimary: '#FFFFFF',
    primarySoft: '#E3F2ED',
    info: '#1B5FA8',
    infoSoft: '#E8F1FB',
    dueSoon: '#9A5B00',
    dueSoonSoft: '#FFF4E0',
    late: '#B3261E',
    lateSoft: '#FDECEA',
    danger: '#C5221F',
    onDanger: '#FFFFFF',
    done: '#0B6B3A',
    doneSoft: '#E6F4EA',
    skeleton: '#E6EBE8',
    shade: 'rgba(20, 25, 23, 0.6)',
  },
  dark: {
    page: '#141917',
    card: '#1E2522',
    ink: '#E8EDEA',
    ink2: '#A9B4AF',
    ink3: '#A9B4AF',
    line: '#34403B',
    primary: '#5BC9A6',
    onPrimary: '#06281E',
    primarySoft: '#173A30',
    info: '#A8CBF5',
    infoSoft: '#16293D',
    dueSoon: '#FFC46B',
    dueSoonSoft: '#3A2A0C',
    late: '#FFB4AB',
    lateSoft: '#43191A',
    danger: '#FFB4AB',
    onDanger: '#43191A',
    done: '#8FD9AE',
    doneSoft: '#12301F',
    skeleton: '#2A3330',
    shade: 'rgba(0, 0, 0, 0.7)',
  },
} as const
export type ColorTheme = keyof typeof colors
export type ColorToken = keyof (typeof colors)['light']

/** Text on ground, as used on screens; each pair reaches 4.5:1 in both themes. */
export const textPairs: readonly (readonly [text: ColorToken, ground: ColorToken])[] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink2', 'page'],
  ['ink2', 'card'],
  ['ink3', 'card'],
  ['primary', 'page'],
  ['primary', 'card'],
  ['primary', 'primarySoft'],
  ['ink', 'primarySoft'],
  ['onPrimary', 'primary'],
  ['onDanger', 'danger'],
  ['info', 'infoSoft'],
  ['ink', 'infoSoft'],
  ['dueSoon', 'dueSoonSoft'],
  ['ink', 'dueSoonSoft'],
  ['late', 'lateSoft'],
  ['ink', 'lateSoft'],
  ['late', 'card'],
  ['late', 'page'],
  ['done', 'doneSoft'],
  ['ink', 'doneSoft'],
]

/** Logical pixels. `tap` is the least height and width of anything that can be tapped. */
export const sizes = {
  space1: 4,
  space2: 8,
  space3: 12,
  space4: 16,
  space5: 24,
  radiusCard: 12,
  radiusField: 8,
  radiusTag: 999,
} as const
export type SizeToken = keyof typeof sizes

export const typeScale = {
  normal: { title: 20, large: 17, body: 15, small: 13, tap: 44 },
  elder: { title: 30, large: 22, body: 20, small: 18, tap: 60 },
} as const
export type TypeScale = keyof typeof typeScale
export type TypeToken = keyof (typeof typeScale)['normal']
