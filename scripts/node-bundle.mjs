/** What every bundle for the product's own Node has in common (esbuild). */
export const nodeBundle = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', charset: 'utf8' }
