const stages = ['parse', 'formula', 'resolve', 'specify', 'emit', 'import', 'compare', 'diagnose', 'report'];

/** One stage may import the vocabulary, the ground floor, itself and the harness error; `also` names its one exception. */
const stageRule = (stage, also = []) => ({
  name: `stage-${stage}`,
  comment: `A stage is a pure function between types of model/: ${stage}/ knows no other stage, no effect and no command.`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: {
    path: '^src/',
    pathNot: [
      '^src/model/',
      '^src/formats/',
      '^src/ruby/',
      '^src/harness-error[.]ts$',
      `^src/${stage}/`,
      ...also.map((name) => `^src/${name}/`),
    ],
  },
});

const door = (name, path, folders) => ({
  name: `door-${name}`,
  comment: `${name} has one door, so that it can be replaced, loaded late and audited in one place.`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}`) },
  to: { path },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'The vocabulary is types only.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'ground-floor-knows-model-only',
      comment: 'formats/ and ruby/ are pure and known to every stage; what they need of the program is its vocabulary.',
      severity: 'error',
      from: { path: '^src/(?:formats|ruby)/' },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/formats/', '^src/ruby/'] },
    },
    {
      name: 'commands-know-what-cli-gives-them',
      comment:
        'A command is given its options, a terminal and files; it knows nothing of arguments, help or the table of commands.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^src/(?:bin[.]ts$|cli/)', pathNot: ['^src/cli/(?:terminal|files)/', '^src/cli/(?:options|version)[.]ts$'] },
    },
    ...stages.map((stage) => stageRule(stage, stage === 'resolve' ? ['formula'] : [])),
    {
      name: 'run-knows-model-only',
      comment: 'Clients run artifacts; they know nothing of actions.',
      severity: 'error',
      from: { path: '^src/run/' },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/run/', '^src/harness-error[.]ts$'] },
    },
    {
      name: 'bin-knows-cli-only',
      comment: 'bin.ts is argv, streams, signals and the exit status.',
      severity: 'error',
      from: { path: '^src/bin[.]ts$' },
      to: { path: '^src/', pathNot: ['^src/cli/', '^src/report/', '^src/harness-error[.]ts$'] },
    },
    {
      name: 'start-knows-nothing',
      comment: 'start/ loads what the build made; it is loaded before any of it.',
      severity: 'error',
      from: { path: '^src/start/' },
      to: { path: '^src/', pathNot: '^src/start/' },
    },
    {
      name: 'nothing-imports-commands',
      comment: 'Commands are the top of the program.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/commands/', '^src/bin[.]ts$'] },
      to: { path: '^src/(?:cli/|commands/|bin[.]ts$)' },
    },
    {
      name: 'stages-are-pure',
      comment:
        'No files, network, processes or clock in a stage. (addresses.ts asks node:net what is an IP address, which is a pure question.)',
      severity: 'error',
      from: {
        path: `^src/(?:${stages.join('|')}|formats|ruby|pipeline[.]ts)`,
        pathNot: '^src/formula/functions/parsing/addresses[.]ts$',
      },
      to: {
        dependencyTypes: ['core'],
        path: '^(?:node:)?(?:fs|fs/promises|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|process|os|readline)$',
      },
    },
    door('execa', 'node_modules/execa', ['run/', 'secrets/']),
    door('newman', 'node_modules/newman', ['run/']),
    door('yargs', 'node_modules/yargs', ['cli/']),
    door('diff', 'node_modules/diff/', ['compare/', 'report/']),
    door('liquidjs', 'node_modules/liquidjs', ['resolve/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
