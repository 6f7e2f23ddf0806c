const stages = ['parse', 'formula', 'resolve', 'specify', 'emit', 'compare', 'diagnose', 'report'];

/** One stage may import the vocabulary, itself and the harness error; `also` names its one exception. */
const stageRule = (stage, also = []) => ({
  name: `stage-${stage}`,
  comment: `A stage is a pure function between types of model/: ${stage}/ knows no other stage, no effect and no command.`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: {
    path: '^src/',
    pathNot: ['^src/model/', '^src/harness-error[.]ts$', `^src/${stage}/`, ...also.map((name) => `^src/${name}/`)],
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
      name: 'nothing-imports-cli',
      comment: 'Commands are the top of the program.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/bin[.]ts$'] },
      to: { path: '^src/(?:cli/|bin[.]ts$)' },
    },
    {
      name: 'stages-are-pure',
      comment:
        'No files, network, processes or clock in a stage. (addresses.ts asks node:net what is an IP address, which is a pure question.)',
      severity: 'error',
      from: { path: `^src/(?:${stages.join('|')}|pipeline[.]ts)`, pathNot: '^src/formula/functions/addresses[.]ts$' },
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
