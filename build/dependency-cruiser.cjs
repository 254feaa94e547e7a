/** The dependency rules of docs/architecture.md; each one is an error. */
const only = (name, comment, to, allowedFrom) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: [...allowedFrom, '^build/', '^node_modules/', '\\.test\\.tsx?$', '/testing/', '/e2e/'] },
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

/** The rooms of shared/, from the ground up: each imports its own floor and those below it. */
const FLOORS = [
  ['core', 'money', 'time', 'csv', 'receipts'],
  // Facts and schemas: what a type does stands in record-rules.
  ['records'],
  [
    'access',
    'sync',
    'desktop',
    'salary',
    'contribution',
    'contract',
    'withholding',
    'billing',
    'banking',
    'timesheets',
  ],
  ['ledger'],
  ['pay'],
  ['cooperative', 'planning', 'network'],
  // Every other room hands it its functions and asks it nothing.
  ['record-rules'],
  ['demo', 'testing'],
];

function floors() {
  const everyRoom = {
    name: 'a-floor-for-each-room-of-shared',
    severity: 'error',
    from: { path: '^shared/[^/]+/', pathNot: `^shared/(${FLOORS.flat().join('|')})/` },
    to: {},
  };
  const upwards = FLOORS.map((rooms, floor) => ({
    name: `floor-${String(floor)}-of-shared`,
    severity: 'error',
    from: { path: `^shared/(${rooms.join('|')})/`, pathNot: '\\.test\\.ts$|\\.test-support\\.ts$|/testing/' },
    to: {
      path: '^shared/',
      pathNot: `^shared/(${FLOORS.slice(0, floor + 1)
        .flat()
        .join('|')})/`,
    },
  }));
  return [everyRoom, ...upwards];
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|virtual:)' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports only shared/, and zod in records/zod.ts.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$|\\.test-support\\.ts$|/testing/' },
      to: { pathNot: ['^shared/', 'node_modules/zod/'] },
    },
    {
      name: 'zod-by-one-file',
      comment:
        'The bundle of the rules (sync-server/rules/rules-bundle.ts) keeps the half of zod that schemas use: they have z from there.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/records/zod\\.ts$|\\.test\\.ts$' },
      to: { path: 'node_modules/zod/' },
    },
    ...floors(),
    {
      name: 'shared-stands-alone',
      comment: 'Its tests too.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(src-renderer|src-main|sync-server|build)/' },
    },
    {
      name: 'renderer-is-a-web-page',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$|/e2e/|/testing/' },
      to: { path: '^(src-main|sync-server)/|node_modules/electron/|^node:' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$|/e2e/|/testing/' },
      to: { dependencyTypes: ['core'], pathNot: '^events$' },
    },
    {
      name: 'shell-is-thin',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^(src-renderer|sync-server)/|node_modules/(react|rxdb)/' },
    },
    {
      name: 'server-stands-alone',
      severity: 'error',
      from: { path: '^sync-server/' },
      to: { path: '^(src-renderer|src-main)/' },
    },
    {
      name: 'feature-by-its-pieces',
      comment: 'A capability uses of another only what stands in its pieces/.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/($1|[^/]+/pieces)/' },
    },
    {
      name: 'pieces-stand-alone',
      comment: 'Pieces use no screen of their capability: who takes one takes nothing else.',
      severity: 'error',
      from: { path: '^src-renderer/features/[^/]+/pieces/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/[^/]+/pieces/' },
    },
    {
      name: 'screens-by-features',
      comment:
        'Capabilities are known by features.ts alone. Before an account is open there is the welcome screen, which app.tsx shows.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '^src-renderer/features/|^src-renderer/features\\.ts$' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/device/welcome/welcome-page\\.tsx$' },
    },
    {
      name: 'features-by-feature',
      comment: 'features.ts knows of a capability only what its feature.ts says.',
      severity: 'error',
      from: { path: '^src-renderer/features\\.ts$' },
      to: {
        path: '^src-renderer/',
        pathNot: ['^src-renderer/features/[^/]+/feature\\.ts$', '^src-renderer/frame/feature\\.ts$'],
      },
    },
    {
      name: 'feature-fetches-its-screens',
      comment: 'What a feature.ts imports is in the start: its screens come when they are shown.',
      severity: 'error',
      from: { path: '^src-renderer/features/[^/]+/feature\\.ts$' },
      to: {
        path: '^src-renderer/',
        pathNot: '^src-renderer/frame/feature\\.ts$',
        dependencyTypesNot: ['dynamic-import'],
      },
    },
    {
      name: 'screens-ask-not-back',
      comment: 'Screens do not know where they are declared.',
      severity: 'error',
      from: { path: '^src-renderer/features/' },
      to: { path: ['^src-renderer/features\\.ts$', '^src-renderer/features/[^/]+/feature\\.ts$'] },
    },
    {
      name: 'frame-for-features',
      comment: 'Of the frame, screens have the note that takes back; feature.ts declares them to it.',
      severity: 'error',
      from: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/[^/]+/feature\\.ts$' },
      to: { path: '^src-renderer/frame/', pathNot: '^src-renderer/frame/use-undo-notice\\.tsx$' },
    },
    {
      name: 'ui-knows-no-record',
      comment: 'Widgets show what they are given.',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^(src-renderer/(data|sync|session|features|frame|receipts)|shared/records)/' },
    },
    {
      name: 'data-without-texts',
      comment: 'Data knows which texts there are, as a type; it loads none.',
      severity: 'error',
      from: { path: '^src-renderer/data/' },
      to: { path: '^src-renderer/i18n/', dependencyTypesNot: ['type-only'] },
    },
    only('electron-in-main-and-preload', 'run-time import of electron', 'node_modules/electron/', [
      '^src-main/(main|preload)\\.ts$',
    ]),
    only('rxdb-in-data-and-sync', 'rxdb behind the repositories', 'node_modules/rxdb/', ['^src-renderer/(data|sync)/']),
    only(
      'pouchdb-in-receipts',
      'PouchDB for receipts; the selector library for the embedded server',
      'node_modules/pouchdb-',
      ['^src-renderer/receipts/', '^sync-server/embedded/'],
    ),
    only('pdfmake-in-pdf', 'the PDF library and its fonts in one folder', 'node_modules/(pdfmake|source-sans)/', [
      '^src-renderer/pdf/',
    ]),
    only('nano-in-couch', 'nano in one folder', 'node_modules/nano/', ['^sync-server/couch/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
