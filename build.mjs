// Builds dist/: the program (src/bin.ts), the two programs that run Newman, what starts them, and the licences of what is bundled.
// `node build.mjs` builds everything, `node build.mjs newman` only what runs Newman.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, transform } from 'esbuild';

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const requireFromNewman = createRequire(createRequire(import.meta.url).resolve('newman'));
const requireFromRuntime = createRequire(requireFromNewman.resolve('postman-runtime'));
const newmanVersion = JSON.parse(readFileSync(path.join(root, 'node_modules/newman/package.json'), 'utf8')).version;

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  absWorkingDir: root,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** What no request of ours needs: module → what stands in for it. */
const leanReplacements = new Map([
  // Runs the scripts of collections: 2.4 MB of source, and a virtual machine per run. The host refuses scripts before this is reached.
  ['postman-sandbox', 'module.exports = {};'],
  // Makes `{{$randomCity}}` and its like. Clients that make values up cannot be compared, so our collections hold none.
  ['@faker-js/faker/locale/en', failing('values made up by Postman are not supported here')],
  // Draws charts for test scripts.
  ['handlebars', 'module.exports = {};'],
  // Converts collections of version 1; ours are of version 2.1.
  ['postman-collection-transformer', failing('collections of version 1 are not supported here')],
  // Reads iteration data, which we have not.
  ['csv-parse', failing('iteration data is not supported here')],
]);
/** What neither host needs. */
const neverNeeded = [
  // It reads Newman's events instead of its reports.
  ...['cli', 'json', 'junit', 'progress', 'emojitrain'].map((name) => [`../reporters/${name}`, 'module.exports = class {};']),
  // For versions of Node without a decoder of their own.
  ['brotli/decompress', 'module.exports = {};'],
];

/** A module of which everything can be taken, and nothing called. */
function failing(message) {
  return `const refuse = () => { throw new Error(${JSON.stringify(message)}); };
const anything = new Proxy(refuse, { get: (_, name) => (name === 'then' ? undefined : anything) });
module.exports = anything;`;
}

const replace = (replacements) => ({
  name: 'replace',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path: name, importer }) =>
      importer.includes('node_modules') && replacements.has(name) ? { path: name, namespace: 'replacement' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'replacement' }, ({ path: name }) => ({ contents: replacements.get(name), loader: 'js' }));
  },
});

/** Packages that Newman loads at its start and few requests use, half of its code. They become a bundle of their own, loaded at the first use. */
const seldomUsed = new Set([
  // What an answer's text is decoded with.
  ...['iconv-lite', 'chardet', 'file-type'],
  // Authentications.
  ...['http-signature', 'jose', 'js-sha512', 'node-forge', 'node-oauth1'],
  // Cookies that a server sets, files that are sent, requests in HAR.
  ...['psl', 'stream-length', 'har-validator'],
]);
const lateBundle = 'newman-late.cjs';

/** Puts stand-ins for what is seldom used; `found` gets the path of each, which is its name in the late bundle. */
const takeSeldomUsed = (found) => ({
  name: 'seldom-used',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path: name, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === lateBundle || !importer.includes('node_modules') || !seldomUsed.has(name)) return;
      const { path: file } = await resolve(name, { importer, resolveDir, kind, pluginData: lateBundle });
      const own = path.relative(root, file);
      found.add(own);
      return { path: own, namespace: 'seldom-used' };
    });
    onResolve({ filter: /.*/, namespace: 'seldom-used' }, ({ path: name }) => ({ path: name, external: true }));
    onLoad({ filter: /.*/, namespace: 'seldom-used' }, ({ path: own }) => ({
      contents: `const real = () => require("./${lateBundle}")[${JSON.stringify(own)}]();
module.exports = new Proxy(function () {}, {
  get: (_, name) => real()[name],
  apply: (_, self, words) => Reflect.apply(real(), self, words),
  construct: (_, words) => Reflect.construct(real(), words),
});`,
      loader: 'js',
    }));
  },
});

/** Takes postman-runtime and its own packages from where Newman itself takes them, so that what is patched is what runs. */
const newmansOwn = {
  name: 'newmans-own',
  setup({ onResolve }) {
    onResolve({ filter: /^postman-runtime$/ }, () => ({ path: requireFromNewman.resolve('postman-runtime') }));
    onResolve({ filter: /^@postman\/tough-cookie$/ }, () => ({ path: requireFromRuntime.resolve('@postman/tough-cookie') }));
    onResolve({ filter: /^postman-runtime\/postman-request$/ }, () => ({ path: requireFromRuntime.resolve('postman-request') }));
  },
};

/** Builds a host for Newman, without what loads it. */
async function buildHost({ name, scripts, replacements, late }) {
  const { metafile } = await build({
    ...common,
    entryPoints: ['src/run/newman/host.ts'],
    outfile: path.join(dist, bundleNameOf(name)),
    format: 'cjs',
    minify: true,
    // Scripts may look at names. To give each function its name, whenever one is made, takes a tenth of what a request takes.
    keepNames: scripts === 'allowed',
    plugins: [newmansOwn, replace(replacements), takeSeldomUsed(late)],
    define: { SCRIPTS: JSON.stringify(scripts), NEWMAN_VERSION: JSON.stringify(newmanVersion) },
    // Reached only by a developer's build of the sandbox itself.
    external: ['browserify', 'terser'],
  });
  return metafile;
}

const bundleNameOf = (host) => `${host}-bundle.cjs`;

/** Builds what loads a bundle with its compiled code. */
const buildLoader = (source, file, constants) =>
  build({
    ...common,
    entryPoints: [`src/start/${source}`],
    outfile: path.join(dist, file),
    format: 'cjs',
    minifyWhitespace: true,
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
  });

const hashOf = (contents) => createHash('sha256').update(contents).digest('hex').slice(0, 16);

/** Builds what both hosts load at the first use. */
async function buildLate(files) {
  const members = [...files].sort().map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const { metafile } = await build({
    ...common,
    stdin: { contents: `module.exports = {${members.join(',\n')}};`, resolveDir: root },
    outfile: path.join(dist, lateBundle),
    format: 'cjs',
    minify: true,
    keepNames: true,
  });
  return metafile;
}

/** Builds both hosts, what they load late, and beside each the loader that keeps its compiled code. */
async function buildHosts() {
  const late = new Set();
  const hosts = [
    { name: 'newman-host', scripts: 'none', replacements: new Map([...leanReplacements, ...neverNeeded]) },
    { name: 'newman-host-full', scripts: 'allowed', replacements: new Map(neverNeeded) },
  ];
  const metafiles = await Promise.all(hosts.map((host) => buildHost({ ...host, late })));
  metafiles.push(await buildLate(late));
  const contentsOf = (file) => readFileSync(path.join(dist, file));
  for (const { name } of hosts) {
    const bundle = bundleNameOf(name);
    await buildLoader('load-newman.ts', `${name}.cjs`, {
      BUNDLE_NAME: bundle,
      BUNDLE_HASH: hashOf(Buffer.concat([contentsOf(bundle), contentsOf(lateBundle)])),
    });
  }
  return metafiles;
}

/**
 * Builds the program. Each command, and what only it needs, becomes a file of its own that is loaded when the command is used. esbuild
 * splits modules of the newer format only, and Node keeps compiled code of the older one only: so each file is translated after the split.
 */
async function buildProgram() {
  if (!existsSync(path.join(root, 'src/bin.ts'))) return [];
  const { metafile, outputFiles } = await build({
    ...common,
    entryPoints: { program: 'src/bin.ts' },
    outdir: dist,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    splitting: true,
    write: false,
    // jsonc-parser's other form asks for its parts by names that a bundler cannot follow.
    mainFields: ['module', 'main'],
  });
  // Their names change with their contents, so the old ones would stay.
  rmSync(path.join(dist, 'parts'), { recursive: true, force: true });
  mkdirSync(path.join(dist, 'parts'));
  const codes = await Promise.all(outputFiles.map(({ text }) => toCommonJs(text)));
  for (const [index, { path: file }] of outputFiles.entries()) writeFileSync(file, codes[index]);
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  const start = path.join(dist, 'bin.js');
  await buildLoader('load-program.ts', 'bin.js', { PROGRAM_HASH: hashOf(codes.join('\n')) });
  writeFileSync(start, `#!/usr/bin/env node\n${readFileSync(start, 'utf8')}`);
  chmodSync(start, 0o755);
  return [metafile];
}

async function toCommonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: common.platform,
    target: common.target,
    supported: { 'dynamic-import': false },
    // Names stay: they are what a report of a defect shows.
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'import.meta.url': 'MODULE_URL' },
  });
  const own = code.includes('MODULE_URL') ? `const MODULE_URL=require("node:url").pathToFileURL(__filename).href;${code}` : code;
  return takeLate(own);
}

/** Node's own modules that nearly every part of the program imports and few commands use: each takes as long to load as a twentieth of Node's start. */
const late = /(?<==)require\("(node:crypto|node:fs\/promises)"\)/g;

/** Loads these modules when something of them is first used. */
function takeLate(code) {
  const changed = code.replaceAll(late, 'LATE("$1")');
  return changed === code ? code : `const LATE=module=>new Proxy({},{get:(_,name)=>require(module)[name]});${changed}`;
}

/** Collects the licence text of every package of which something was bundled. */
function collectLicences(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      // What stands in for a package is none; the package itself is in another bundle.
      if (input.startsWith('seldom-used:')) continue;
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
      if (folder !== undefined) folders.add(folder);
    }
  }
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(path.join(root, folder)).filter((file) => /licen[cs]e|copying|notice/i.test(file));
    const texts = files.map((file) => readFileSync(path.join(root, folder, file), 'utf8').trim());
    return [`${name} ${version} (${typeof license === 'string' ? license : 'see below'})`, ...texts].join('\n\n');
  });
  writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

const [part] = process.argv.slice(2);
mkdirSync(dist, { recursive: true });
if (part === 'newman') {
  await buildHosts();
} else {
  const built = await Promise.all([buildHosts(), buildProgram()]);
  collectLicences(built.flat());
}
