// Which folder may import which: domain ← contracts ← everything; domain ← usecases ← functions. A folder may always
// import itself. `contracts/routes` is one file of a folder.

/** @type {[RegExp, string][]} the first match names the layer of a file */
const places = [
  [/^shared\/([a-z]+)\//, '$1'],
  [/^functions\/container\.ts$/, 'container'],
  [/^functions\//, 'functions'],
  // The demo's people write their diaries as anyone does: through the use cases.
  [/^infra\/local\/demo\//, 'demo'],
  [/^infra\/local\//, 'local'],
  [/^infra\/setup\//, 'setup'],
  [/^infra\/checks\//, 'checks'],
  [/^infra\/admin\//, 'admin'],
  [/^infra\//, 'infra'],
  // What builds the sites runs on Node, beside them.
  [/^web\/[^/]+$/, 'webBuild'],
  [/^web\//, 'web'],
  [/^tests\//, 'tests'],
];

const pure = ['domain', 'contracts', 'catalogue', 'messages'];
const behindThePorts = [...pure, 'table', 'usecases'];

/** @type {Record<string, string[]>} */
const mayImport = {
  domain: [],
  catalogue: ['domain'],
  contracts: ['domain', 'catalogue'],
  messages: ['domain', 'contracts'],
  table: ['domain', 'contracts'],
  usecases: [...pure, 'table'],
  adapters: behindThePorts,
  // What a function needs from outside reaches it through the container, so that a test can hand it the embedded one.
  functions: [...behindThePorts, 'container'],
  container: [...behindThePorts, 'functions', 'adapters'],
  infra: ['contracts/routes', 'contracts/route', 'table'],
  local: [...pure, 'table', 'infra', 'setup', 'demo'],
  demo: [...behindThePorts, 'adapters', 'local', 'setup'],
  setup: ['infra', 'checks'],
  checks: ['domain', 'contracts', 'table', 'infra', 'setup'],
  // Acts of whoever deploys: a use case run from a terminal instead of a function.
  admin: [...behindThePorts, 'container'],
  web: ['domain', 'contracts', 'catalogue'],
  webBuild: ['domain', 'contracts', 'catalogue', 'web'],
  tests: [
    ...behindThePorts,
    'adapters',
    'functions',
    'container',
    'infra',
    'local',
    'demo',
    'setup',
    'checks',
    'admin',
    'web',
    'webBuild',
  ],
};

const awsClient = /^@aws-sdk\//;
const inCloudOnly = /^(@aws-sdk\/|@aws-lambda-powertools\/|aws-|@middy\/|node:)/;

/** @type {Record<string, { not?: RegExp, only?: RegExp }>} packages by layer; a layer not named here may use any */
const packages = {
  domain: { only: /^temporal-polyfill$/ },
  catalogue: { only: /^(zod|temporal-polyfill)$/ },
  contracts: { only: /^(zod|zod-openapi|temporal-polyfill)$/ },
  messages: { only: /^(zod|temporal-polyfill)$/ },
  table: { only: /^(zod|temporal-polyfill)$/ },
  usecases: { not: /^(@aws-sdk\/|@middy\/|aws-)/ },
  functions: { not: awsClient },
  container: { not: awsClient },
  checks: { not: awsClient },
  admin: { not: awsClient },
  setup: { not: awsClient },
  web: { not: inCloudOnly },
  webBuild: { not: awsClient },
};

/** The layer of a file, by its path from the repository's folder with forward slashes. */
export function layerOf(/** @type {string} */ path) {
  const place = places.find(([pattern]) => pattern.test(path));
  return place && (place[0].exec(path)?.[0] ?? '').replace(place[0], place[1]);
}

/** Why a file may not import another file of this repository, or undefined when it may. */
export function whyNotFile(/** @type {string} */ from, /** @type {string} */ to) {
  const [layer, target] = [layerOf(from), layerOf(to)];
  if (!layer || !target || layer === target) return undefined;
  const allowed = mayImport[layer] ?? [];
  const file = to.replace(/^shared\//, '').replace(/\.[a-z]+$/, '');
  if (allowed.includes(target) || allowed.includes(file)) return undefined;
  return `${layer} may not import ${target}; it may import ${allowed.join(', ') || 'nothing of ours'}`;
}

/** Why a file may not import a package, or undefined when it may. */
export function whyNotPackage(/** @type {string} */ from, /** @type {string} */ name) {
  const layer = layerOf(from);
  if (layer === 'tests' && awsClient.test(name) && !from.startsWith('tests/support/')) {
    return `AWS clients are for shared/adapters, infra and tests/support, not ${from.split('/').slice(0, 2).join('/')}`;
  }
  const { not, only } = (layer && packages[layer]) || {};
  if (not?.test(name) || (only && !only.test(name))) return `${layer} may not use the package ${name}`;
  return undefined;
}
