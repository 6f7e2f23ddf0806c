import type { Action } from '../model/action.ts';
import type { Report, ReportOutcome, ReportTinesOutcome } from '../model/report.ts';
import type { BundleEnvironment } from './bundle-environment.ts';
import { code, table, text } from './markdown.ts';

const mostDifferences = 10;

interface ReadmeParts {
  /** Redacted. */
  readonly report: Report;
  /** Redacted. */
  readonly action: Action;
  readonly environment: BundleEnvironment;
}

/** What Tines Support reads first: the behaviour, how to see it again, the documentation, the action and its story, what was ruled out. */
export function bundleReadme({ report, action, environment }: ReadmeParts): string {
  const sections = [
    [
      '',
      [
        `# ${text(report.action.name === '' ? 'HTTP Request action' : report.action.name)}`,
        report.verdict.text === '' ? code(report.verdict.code) : text(report.verdict.text),
      ],
    ],
    ['What happens', behaviour(report)],
    ['How to see it again', steps(report)],
    ['Documentation of the API', [report.docs === undefined ? 'No link was given.' : text(report.docs)]],
    ['The action and its story', story(report, action)],
    [
      'What was checked',
      [
        table(
          ['item', 'state', 'why'],
          report.checklist.map(({ item, state, why }) => [code(item), state, text(why)]),
        ),
      ],
    ],
    ['What explains it', explanations(report)],
    ['What differs', differences(report)],
    [
      'Versions',
      [
        table(
          ['program', 'version'],
          Object.entries(environment).map(([name, version]) => [name, version === null ? 'not used' : code(version)]),
        ),
      ],
    ],
    ['In this bundle', [contents]],
    ['What is not in it', [leftOut(report)]],
  ] as const;
  return `${sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [...(title === '' ? [] : [`## ${title}`]), ...lines].join('\n\n'))
    .join('\n\n')}\n`;
}

function behaviour({ request, outcomes, verdict, experiments }: Report): readonly string[] {
  const rows = [
    ['Tines', tinesOutcome(outcomes.tines)],
    ...clients(outcomes).map(([name, outcome]) => [name, clientOutcome(outcome)]),
  ];
  return [
    `The action sends ${code(`${request.method} ${request.url}`)}.`,
    table(['sent by', 'outcome'], rows),
    `Verdict: ${code(verdict.code)}.${verdict.lowered.length === 0 ? '' : ` Less certain because: ${verdict.lowered.map(text).join('; ')}.`}`,
    ...(experiments.length === 0
      ? []
      : [
          table(
            ['changed', 'client', 'status'],
            experiments.map(({ change, client, status }) => [
              text(change),
              client,
              status === null ? 'no answer' : String(status),
            ]),
          ),
        ]),
  ];
}

function clients({ curl, postman }: Report['outcomes']): readonly (readonly [name: string, outcome: ReportOutcome])[] {
  return [
    ...(curl === undefined ? [] : [['cURL', curl] as const]),
    ...(postman === undefined ? [] : [['Postman (Newman)', postman] as const]),
  ];
}

function tinesOutcome(outcome: ReportTinesOutcome): string {
  if (outcome.status === 'unknown') return 'not known: no event or log was given';
  const { status } = outcome.response;
  return `${status === 0 ? 'no answer' : `status ${status}`}${outcome.at === undefined ? '' : `, recorded ${text(outcome.at)}`}`;
}

function clientOutcome(outcome: ReportOutcome): string {
  if (outcome.status === 'failed')
    return `no answer: ${outcome.error.kind} (${text(outcome.error.code)}): ${text(outcome.error.message)}`;
  const { hops, response } = outcome;
  return `status ${response.status}${hops.length > 1 ? ` after ${hops.length - 1} redirect${hops.length > 2 ? 's' : ''}` : ''}`;
}

function steps({ outcomes }: Report): readonly string[] {
  const lines = [
    'Paste `action.json` into a story (or `options.json` into the editor of an HTTP Request action), put the credentials that it names into the tenant, and run it.',
    'Set the variables that `command.sh` names, and run `sh command.sh`: the same request by cURL.',
    'Import `request.postman_collection.json` and `request.postman_environment.json` into Postman, fill in the environment, and send the request.',
  ];
  const seen = clients(outcomes).map(([name, outcome]) => `${name}: ${clientOutcome(outcome)}`);
  return [
    lines.map((line, index) => `${index + 1}. ${line}`).join('\n'),
    ...(seen.length === 0 ? [] : [`To be seen: ${seen.join('; ')}.`]),
  ];
}

function story({ action: reported }: Report, { guid, story: details }: Action): readonly string[] {
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['action', reported.name],
    ['action guid', guid],
    ['story', details?.name],
    ['story guid', details?.guid],
    ['story id', details?.id],
    ['export schema version', details?.schemaVersion],
    ['standard library version', details?.standardLibraryVersion],
    ['action runtime version', details?.actionRuntimeVersion],
    ['read from', `${reported.source}${reported.pointer === '' ? '' : ` at ${reported.pointer}`}`],
  ];
  return [
    table(
      ['what', 'value'],
      facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, code(String(value))]])),
    ),
  ];
}

function explanations({ diagnoses }: Report): readonly string[] {
  return diagnoses.map(({ code: cause, confidence, evidence, fix }) =>
    [`- ${code(cause)} (${confidence}): ${text(fix)}`, ...evidence.map((line) => `  - ${text(line)}`)].join('\n'),
  );
}

function differences({ differences: all, 'differences-omitted': omitted }: Report): readonly string[] {
  const counted = all.filter(({ noise }) => noise === undefined);
  if (counted.length === 0) return [];
  const rows = counted
    .slice(0, mostDifferences)
    .map(({ path, between, values }) => [
      code(path),
      between.join(' – '),
      values.map((value) => (value === null ? 'nothing' : code(value))).join(' – '),
    ]);
  const more = counted.length - rows.length + omitted;
  return [table(['where', 'between', 'values'], rows), ...(more > 0 ? [`${more} more in \`report.json\`.`] : [])];
}

const contents = [
  '- `action.json`: the action, to be pasted into a story; `options.json`: its options alone',
  '- `command.sh`: the request as a cURL command',
  '- `request.postman_collection.json`, `request.postman_environment.json`: the request for Postman',
  '- `report.json`: what was sent, what came back, every difference',
  '- `environment.json`: the programs used',
  '- `manifest.json`: size and SHA-256 of each file',
].join('\n');

function leftOut({ warnings }: Report): string {
  const short = warnings.filter(({ code: kind }) => kind === 'short-secret').map(({ text: words }) => ` ${text(words)}.`);
  return `Values of credentials were never put in; \`‹…›\` names what stood in a place. Secrets that stand in the action as text, and tokens in answers, are named the same way. Folders of the user are left out.${short.join('')}`;
}
