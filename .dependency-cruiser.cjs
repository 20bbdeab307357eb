/**
 * The arrows of docs/architecture.md: data goes one way, and every import with it. `npm run check` fails on any other.
 *
 *   src ─► types ◄─ cloud/functions ─► cloud/actions ─► cloud/domain
 *                                            └────────► cloud/store ─► cloud/domain
 *
 * Inside src:   pages | work | manage | residence ─► ticket ─► shell ─► ui | data ─► theme
 */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(src|cloud|types|test|bench|scripts|config)/', pathNot: allowed },
})

/** Inside `src`: a folder imports itself, those named, and the contract. `folders` of one line do not import each other. */
const within = (name, folders, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^src/(${folders})/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: `^src/($1${allowed ? `|${allowed}` : ''})/` },
})

module.exports = {
  forbidden: [
    only(
      'client-knows-only-the-contract',
      '^src/',
      '^(src|types)/',
      'The client talks to the cloud over the wire only.',
    ),
    only('contract-knows-nobody', '^types/', '^types/', 'Both sides agree on it, so it depends on neither.'),
    only(
      'domain-is-pure',
      '^cloud/domain/',
      '^(cloud/domain|types)/',
      'Rules import no store, no platform, no action.',
    ),
    only(
      'store-knows-the-domain',
      '^cloud/store/',
      '^(cloud/store|cloud/domain|types)/',
      'The store keeps what the domain decides.',
    ),
    only(
      'platform-adapters',
      '^cloud/platform/',
      '^(cloud/platform|cloud/store|types)/',
      'Adapters of ports; they may keep a setting.',
    ),
    only(
      'actions-below-functions',
      '^cloud/actions/',
      '^(cloud/actions|cloud/domain|cloud/store|cloud/platform|types)/',
      'Actions never call a function or the host.',
    ),
    only(
      'functions-below-host',
      '^cloud/functions/',
      '^(cloud/functions|cloud/actions|cloud/platform|cloud/store|types)/',
      'A function is deployed without the host.',
    ),
    only(
      'rehearsal-is-offline',
      '^cloud/rehearsal/',
      '^(cloud/rehearsal|cloud/domain|types)/',
      'No database, no network, no clock.',
    ),
    only(
      'product-knows-no-tests',
      '^(src|cloud|types|config)/',
      '^(src|cloud|types|config)/',
      'Nothing shipped imports tests or benches.',
    ),
    within(
      'screens-stand-apart',
      'pages|work|manage|residence',
      'ticket|shell|ui|data|theme',
      'Each is a package of its own; what two of them show is in ticket, shell or ui.',
    ),
    within('ticket-below-screens', 'ticket', 'shell|ui|data|theme', 'What several screens show of a ticket.'),
    within('shell-below-ticket', 'shell', 'ui|data|theme', 'The frame of every page knows no ticket.'),
    within('ui-knows-no-data', 'ui', 'theme', 'Plain views get what they show as props and fetch nothing.'),
    within('data-shows-nothing', 'data', 'theme', 'Reads and sends; never draws.'),
    within('theme-stands-alone', 'theme', '', 'Tokens depend on nothing.'),
    {
      name: 'data-is-the-only-way-out',
      severity: 'error',
      comment: 'Only src/data talks to the cloud.',
      from: { path: '^src/', pathNot: '^src/data/' },
      to: { path: '^node_modules/axios' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      comment: 'The domain computes hashes and nothing else of the machine.',
      from: { path: '^cloud/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'domain-needs-no-package',
      severity: 'error',
      comment: 'Rules run anywhere: in a function, in the rehearsal, in a test.',
      from: { path: '^cloud/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circular-values',
      severity: 'error',
      comment: 'Types may refer to each other; code that runs may not.',
      from: { path: '^(src|cloud|types)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|cloud|types|test|bench)/' },
      to: { couldNotResolve: true, pathNot: '^(wx-server-sdk|uuid|csv-parse/sync)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.scss'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
