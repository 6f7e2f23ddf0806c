import type { CurlCommand } from '../emit/curl/curl-command.ts';
import { emitPostman } from '../emit/postman/emit-postman.ts';
import type { Action } from '../model/action.ts';
import type { Report } from '../model/report.ts';
import type { RequestSpec } from '../model/request-spec.ts';
import { actionJson, optionsJson } from './action-json.ts';
import type { BundleEnvironment } from './bundle-environment.ts';
import type { BundleFile } from './bundle-file.ts';
import { commandScript } from './command-script.ts';
import { manifest } from './manifest.ts';
import { bundleReadme } from './readme.ts';
import { redactTexts } from './redact-texts.ts';

/** What a bundle is made from. */
export interface BundleParts {
  readonly action: Action;
  readonly report: Report;
  readonly request: RequestSpec;
  /** Its literal secrets are labels already. */
  readonly command: CurlCommand;
  readonly environment: BundleEnvironment;
  /** Labels in the place of secrets, and of what names the user. Everything goes through it. */
  readonly redact: (text: string) => string;
}

/** The files of a bundle for Tines Support, `README.md` first and the manifest last. Nothing of them is written here. */
export function bundleFiles({ action, report, request, command, environment, redact }: BundleParts): readonly BundleFile[] {
  const { action: reported, ...rest } = redactTexts(report, redact);
  // The file's name says enough; its folders are the user's.
  const shown: Report = { ...rest, action: { ...reported, file: reported.file.replace(/^.*[/\\]/su, '') } };
  const { collection, environment: variables } = emitPostman(request, {
    name: action.name === '' ? 'Tines action' : action.name,
  });
  const files: readonly BundleFile[] = [
    {
      name: 'README.md',
      content: bundleReadme({
        report: shown,
        action: redactTexts(action, redact),
        environment,
      }),
    },
    { name: 'action.json', content: actionJson(action, redact) },
    { name: 'options.json', content: optionsJson(action, redact) },
    { name: 'command.sh', content: redact(commandScript(command)) },
    { name: 'request.postman_collection.json', content: json(redactTexts(collection, redact)) },
    { name: 'request.postman_environment.json', content: json(redactTexts(variables, redact)) },
    { name: 'report.json', content: json(shown) },
    { name: 'environment.json', content: json(environment) },
  ];
  return [...files, manifest(files)];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
