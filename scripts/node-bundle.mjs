/** Files of SQL are read in as text (cloud/store/migrations). */
export const textLoaders = { '.sql': 'text' }

/** What every bundle for the product's own Node has in common (esbuild). */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  loader: textLoaders,
}
