import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const deviceRatio = { 640: 1.17, 375: 2, 750: 1, 828: 0.905 }

/**
 * Lengths stay logical pixels on both platforms. `rpx` and `rem` would shrink a 44 px tap area on a 320 px phone
 * and blow the whole page up in a desk window.
 */
const pxtransform = { enable: false, config: { baseFontSize: 16 } }

/** Where the mini-program finds the HTTP host; the browser build is served by the same host. */
const apiBase = process.env.TARO_APP_API ?? (process.env.TARO_ENV === 'h5' ? '' : 'http://localhost:3000')

/** The contract and the words stand beside `src`, where both sides find them, and are compiled like it. */
const compile = { include: [resolve(__dirname, '..', 'types')] }

/** CSS of several components is imported in a different order by different pages; none depends on the order. */
const ignoreCssOrder = { ignoreOrder: true }

export default defineConfig<'webpack5'>(async (): Promise<UserConfigExport<'webpack5'>> => ({
  projectName: 'property-complaints',
  date: '2026-11-1',
  designWidth: 375,
  deviceRatio,
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: ['@tarojs/plugin-html', resolve(__dirname, 'aria-plugin.ts')],
  alias: { '@': resolve(__dirname, '..', 'src') },
  defineConstants: {
    'process.env.TARO_APP_API': JSON.stringify(apiBase),
    'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
    'process.env.TARO_APP_TEMPLATES': JSON.stringify(process.env.TARO_APP_TEMPLATES ?? ''),
  },
  copy: {
    patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/theme/theme.json', to: 'dist/weapp/theme.json' }] : [],
    options: {},
  },
  mini: {
    compile,
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: ignoreCssOrder,
    postcss: { pxtransform },
  },
  h5: {
    compile,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ...ignoreCssOrder,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true } },
  },
}))
