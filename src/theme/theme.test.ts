import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import nativeBars from './theme.json'
import { colors, sizes, textPairs, typeScale, type ColorTheme } from './tokens'

const here = join(process.cwd(), 'src/theme')
const source = join(process.cwd(), 'src')
const themes = Object.keys(colors) as ColorTheme[]
const scss = readFileSync(join(here, 'theme.scss'), 'utf8')
const dashed = (name: string) => name.replace(/\d/g, '-$&').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(themes)('the %s theme', theme => {
  it.each(textPairs)('reads %s on %s at 4.5:1 or better', (text, ground) => {
    expect(contrast(colors[theme][text], colors[theme][ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('is written down in theme.scss as in tokens.ts', () => {
    const block = scss.split(`@mixin ${theme} {`)[1]?.split('}')[0] ?? ''
    const written = [...block.matchAll(/--color-([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value])
    const wanted = Object.entries(colors[theme]).map(([name, value]) => [dashed(name), value.toLowerCase()])
    expect(written).toEqual(wanted)
  })

  it('gives the native bars the colour of the page', () => {
    expect(nativeBars[theme]).toMatchObject({ page: colors[theme].page, bar: colors[theme].page })
  })
})

it('writes spacing, radii and type of both views as in tokens.ts', () => {
  for (const [name, value] of Object.entries(sizes)) expect(scss).toContain(`--${dashed(name)}: ${value}px;`)
  for (const scale of Object.values(typeScale)) {
    const { title, large, body, small, tap } = scale
    expect(scss).toContain(`@include type(${title}px, ${large}px, ${body}px, ${small}px, ${tap}px);`)
  }
})

it('keeps tap areas at 44 and, in the elder view, at 60, with text there from 18 and titles from 30', () => {
  expect(typeScale.normal.tap).toBeGreaterThanOrEqual(44)
  expect(typeScale.elder.tap).toBeGreaterThanOrEqual(60)
  expect(Math.min(typeScale.elder.small, typeScale.elder.body)).toBeGreaterThanOrEqual(18)
  expect(typeScale.elder.title).toBeGreaterThanOrEqual(30)
})

it('gives every colour NutUI names one of the tokens', () => {
  const theirs = require.resolve('@nutui/nutui-react-taro/dist/styles/themes/default.css')
  const named = [...readFileSync(theirs, 'utf8').matchAll(/(--nutui-color-[a-z0-9-]+):/g)].map(([, name]) => name)
  const ours = readFileSync(join(here, 'nutui.scss'), 'utf8')
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(name => !ours.includes(`${name}: var(--color-`))).toEqual([])
})

function* filesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesOf(path)
    else if (/\.(scss|tsx?)$/.test(entry.name) && !/\.test\./.test(entry.name)) yield path
  }
}

it('keeps colours and type sizes out of every other folder', () => {
  const written =
    /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=[\s;,'")])|\b(?:rgb|hsl)a?\(|font-?size:\s*['"]?\d+(?:px|rpx|rem)?/gi
  const found = [...filesOf(source)]
    .filter(path => !path.startsWith(here))
    .flatMap(path =>
      (readFileSync(path, 'utf8').match(written) ?? []).map(hit => `${path.slice(source.length + 1)}: ${hit}`),
    )
  expect(found).toEqual([])
})
