import { resolve } from 'node:path'
import { build } from 'esbuild'

/** Bundles a script as the product is bundled when it is deployed; answers the file to run. */
export async function bundled(entry: string, name: string): Promise<string> {
  const outfile = resolve('dist', 'bench', `${name}.js`)
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    loader: { '.sql': 'text' },
    logLevel: 'error',
  })
  return outfile
}
