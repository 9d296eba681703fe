/**
 * The walls between the rooms: which folder may import which. Each rule names what is forbidden and why;
 * walls.mjs checks them all, cycles included. Imports of types count like any other, and so does what
 * tests import, except where a rule says otherwise: a test may build what its room may not touch.
 */

/** Unit tests and what only they use. */
const TESTS = '\\.test\\.tsx?$|/testing/';

/** @param {...string} names packages, as regular expressions */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const YJS = ['yjs', 'y-[a-z-]+'];
const REACT = ['react', 'react-dom', 'lucide-react', '@base-ui/react'];

/**
 * A room and the rooms beside it that it may import. Nothing else on its side of the house is open to it.
 * @type {Record<string, readonly string[]>}
 */
const CLIENT = {
  i18n: [],
  ui: ['i18n'],
  session: ['i18n', 'ui'],
  board: ['session', 'i18n', 'ui'],
  // Painting on a 2D context and nothing more; the board's types only, by a rule of its own.
  drawing: ['board', 'i18n'],
  canvas: ['board', 'session', 'drawing', 'i18n', 'ui'],
  homework: ['board', 'session', 'i18n', 'ui'],
  // The light page of a phone: it loads nothing of the board.
  pen: ['i18n'],
  outline: ['board', 'session', 'i18n', 'ui'],
  silent: ['board', 'session', 'i18n', 'ui'],
  facilitate: ['board', 'session', 'i18n', 'ui'],
  export: ['board', 'session', 'drawing', 'i18n', 'ui'],
};

/** @type {Record<string, readonly string[]>} */
const SERVER = {
  store: [],
  // The store's shape of a logger; nothing is kept here.
  cluster: ['store'],
  // Only the types of the relay, by a rule of its own.
  access: ['store', 'relay'],
  relay: ['access', 'store', 'cluster'],
  boards: ['relay', 'access', 'store'],
  http: ['boards', 'relay', 'access', 'store'],
  // Check, backup and restore: what the relay makes of stored bytes decides what can be read.
  upkeep: ['relay', 'store'],
};

/**
 * @param {string} side
 * @param {Record<string, readonly string[]>} rooms
 */
function roomRules(side, rooms) {
  return Object.entries(rooms).map(([room, open]) => ({
    name: `${side}-${room}`,
    comment:
      open.length === 0
        ? `${side}/src/${room} stands alone: it imports no other room of the ${side}.`
        : `${side}/src/${room} may import only ${open.join(', ')} beside itself.`,
    from: { path: `^${side}/src/${room}/`, pathNot: TESTS },
    // A file directly in src is nobody's room: settings and the like. Who may not be imported has its own rule.
    to: { path: `^${side}/src/[^/]+/`, pathNot: `^${side}/src/(${[room, ...open].join('|')})/` },
  }));
}

/** @type {readonly import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Files that import each other in a circle cannot be understood or tested one by one.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'found',
    comment: 'An import that leads nowhere would slip through every other wall.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'not-to-tests',
    comment: 'The product does not import tests or what is there for tests only.',
    from: { path: '^(client|server|shared)/', pathNot: TESTS },
    to: { path: `^tests/|${TESTS}` },
  },
  {
    name: 'shared-alone',
    comment: 'shared is what both sides agree on: it imports nothing of the client, the server or the tests.',
    from: { path: '^shared/' },
    to: { path: '^(client|server|tests|scripts)/' },
  },
  {
    name: 'shared-pure',
    comment: 'shared runs in a browser and in Node: no DOM libraries and none of Node’s own modules.',
    from: { path: '^shared/src/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-no-page',
    comment: 'shared runs in a browser and in Node: no DOM libraries and none of Node’s own modules.',
    from: { path: '^shared/src/' },
    to: { path: packages(...REACT, 'ws', 'pino') },
  },
  {
    name: 'client-not-server',
    comment: 'Client and server meet only in shared.',
    from: { path: '^client/' },
    to: { path: '^(server|tests|scripts)/' },
  },
  {
    name: 'server-not-client',
    comment: 'Client and server meet only in shared.',
    from: { path: '^server/' },
    to: { path: '^(client|tests|scripts)/' },
  },
  {
    name: 'client-no-node',
    comment: 'The page runs in a browser: none of Node’s own modules.',
    from: { path: '^client/src/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  ...roomRules('client', CLIENT),
  {
    name: 'client-no-yjs',
    comment: 'Only board and session touch Yjs; the other rooms read the board and call its commands.',
    from: { path: '^client/src/', pathNot: `^client/src/(board|session)/|${TESTS}` },
    to: { path: packages(...YJS) },
  },
  {
    name: 'drawing-types-only',
    comment: 'drawing paints what it is given: of the board it knows the types, nothing that runs.',
    from: { path: '^client/src/drawing/', pathNot: TESTS },
    to: { path: '^client/src/board/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'drawing-pure',
    comment: 'drawing is painting on a 2D context, for the canvas and the picture alike: no React.',
    from: { path: '^client/src/drawing/' },
    to: { path: packages(...REACT) },
  },
  ...roomRules('server', SERVER),
  {
    name: 'store-bytes',
    comment: 'The store keeps bytes: it knows nothing of Yjs.',
    from: { path: '^server/src/store/', pathNot: TESTS },
    to: { path: packages(...YJS, 'lib0') },
  },
  {
    name: 'access-relay-types',
    comment: 'Of the relay, access knows the types only.',
    from: { path: '^server/src/access/', pathNot: TESTS },
    to: { path: '^server/src/relay/', pathNot: '^server/src/relay/types\\.ts$' },
  },
  {
    name: 'only-the-top-wires',
    comment: 'main and start put the parts of the server together; no room imports them.',
    from: { path: '^server/src/[^/]+/', pathNot: TESTS },
    to: { path: '^server/src/(main|start)\\.ts$' },
  },
  {
    name: 'page-on-top',
    comment: 'main starts the page; no room imports it.',
    from: { path: '^client/src/[^/]+/', pathNot: TESTS },
    to: { path: '^client/src/main\\.tsx?$' },
  },
];

/** @type {{ readonly forbidden: import('dependency-cruiser').IForbiddenRuleType[] }} */
export const RULES = { forbidden: forbidden.map((rule) => ({ ...rule, severity: 'error' })) };
