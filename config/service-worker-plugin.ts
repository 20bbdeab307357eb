import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

interface PluginContext {
  paths: { sourcePath: string; outputPath: string }
  onBuildFinish(finished: (result: { error?: unknown }) => Promise<void>): void
}

/**
 * Scripts with a number for a name belong to what one component loads by itself; a large one plays videos for browsers that
 * cannot, and is not worth everybody's room.
 */
const isLargeExtra = (name: string, bytes: number): boolean => /^js\/\d+\./.test(name) && bytes > 100_000

/** Files of the build that every page needs, by their address; a name with a hash in it needs no revision. */
function pageFiles(folder: string): { url: string; revision: string | null }[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
  return names
    .filter(name => /\.(js|css|html|svg|webmanifest)$/.test(name))
    .flatMap(name => {
      const content = readFileSync(join(folder, name))
      if (isLargeExtra(name, content.length)) return []
      const revision = createHash('sha256').update(content).digest('hex').slice(0, 16)
      return [{ url: `/${name}`, revision: /\.[0-9a-f]{8}\.(js|css)$/.test(name) ? null : revision }]
    })
}

/** Adds the service worker to the browser build. */
export default function serviceWorkerPlugin({ paths, onBuildFinish }: PluginContext): void {
  if (process.env.TARO_ENV !== 'h5') return
  onBuildFinish(async ({ error }) => {
    if (error) return
    await build({
      entryPoints: [join(paths.sourcePath, 'service-worker', 'worker.ts')],
      outfile: join(paths.outputPath, 'service-worker.js'),
      bundle: true,
      minify: true,
      target: 'es2019',
      define: { pageFiles: JSON.stringify(pageFiles(paths.outputPath)), 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    })
  })
}
