import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type { JsMinifyOptions } from '@swc/core'
import TerserPlugin from 'terser-webpack-plugin'
import type Chain from 'webpack-chain'

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

/**
 * Without this every page's file would hold its own copy of the libraries (half a megabyte each). The resident's pages
 * come as one file, so that each of them opens without a network once the first has been seen; the screens of staff
 * and desk are fetched by those who use them.
 */
const browserChunks = {
  chunks: 'all' as const,
  minSize: 0,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    // Twice used, so that what one component loads only when it needs it (a video player) stays apart.
    libraries: { name: 'libraries', test: /[\\/]node_modules[\\/]/, minChunks: 2, priority: 2, enforce: true },
    resident: {
      name: 'resident',
      test: /[\\/](src[\\/](pages|shell|ticket|ui|data)|types)[\\/]/,
      chunks: 'async' as const,
      priority: 1,
      enforce: true,
    },
    manage: {
      name: 'manage',
      test: /[\\/]src[\\/]manage[\\/]/,
      chunks: 'async' as const,
      priority: 1,
      enforce: true,
    },
    work: {
      name: 'work',
      // What of `ticket` only staff see goes with their screens.
      test: /[\\/]src[\\/](work[\\/]|ticket[\\/](forms[\\/]|deadlines[\\/]clock-|card[\\/]ticket-))/,
      chunks: 'async' as const,
      priority: 2,
      enforce: true,
    },
  },
}

/** The builds of the query cache without private fields, which the engines of older phones do not know. */
const forOlderPhones = (...names: string[]) =>
  Object.fromEntries(
    names.map(name => [
      `@tanstack/${name}`,
      resolve(__dirname, '..', 'node_modules', '@tanstack', name, 'build', 'legacy', 'index.js'),
    ]),
  )

/** Free names of the browser that libraries use and mini-programs lack. */
const missingNames = {
  AbortController: [resolve(__dirname, '..', 'src', 'data', 'call', 'abort-controller.ts'), 'MiniAbortController'],
}

/** CSS of several components is imported in a different order by different pages; none depends on the order. */
const ignoreCssOrder = { ignoreOrder: true }

/** Quicker than the minifier that Taro sets by itself, and 2 to 5 % smaller. Old phones read ES5 only. */
const minifyBySwc = (chain: Chain) =>
  void chain.optimization.minimizer('terserPlugin').use(TerserPlugin<JsMinifyOptions>, [
    {
      minify: TerserPlugin.swcMinify,
      terserOptions: { compress: { ecma: 5 }, mangle: true, format: { ecma: 5, comments: false, ascii_only: true } },
    },
  ])

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
  plugins: [
    '@tarojs/plugin-html',
    resolve(__dirname, 'aria-plugin.ts'),
    resolve(__dirname, 'service-worker-plugin.ts'),
  ],
  alias: { '@': resolve(__dirname, '..', 'src'), ...forOlderPhones('react-query', 'query-core') },
  defineConstants: {
    'process.env.TARO_APP_API': JSON.stringify(apiBase),
    'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
    'process.env.TARO_APP_TEMPLATES': JSON.stringify(process.env.TARO_APP_TEMPLATES ?? ''),
    'process.env.TARO_APP_SPEECH': JSON.stringify(process.env.TARO_APP_SPEECH ?? ''),
  },
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [{ from: 'src/theme/theme.json', to: 'dist/weapp/theme.json' }]
        : [
            { from: 'src/service-worker/manifest.webmanifest', to: 'dist/h5/manifest.webmanifest' },
            { from: 'src/service-worker/icon.svg', to: 'dist/h5/icon.svg' },
          ],
    options: {},
  },
  mini: {
    compile,
    webpackChain: (chain, webpack) => {
      minifyBySwc(chain)
      chain.plugin('missing-names').use(webpack.ProvidePlugin, [missingNames])
    },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: ignoreCssOrder,
    postcss: { pxtransform },
  },
  h5: {
    compile,
    webpackChain: chain => {
      minifyBySwc(chain)
      chain.optimization.splitChunks(browserChunks)
    },
    publicPath: '/',
    staticDirectory: 'static',
    // The page itself says where styles and scripts go: beneath the words that are there at once.
    htmlPluginOption: { inject: false },
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
