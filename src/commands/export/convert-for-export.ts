import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Action } from '../../model/action.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { Scope } from '../../model/scope.ts';
import type { Text } from '../../model/text.ts';
import { type Conversion, convert } from '../../pipeline.ts';
import type { SpecifySettings } from '../../specify/policy/settings.ts';
import { checked } from '../inputs/choose-actions.ts';

interface Converting {
  readonly scope: Scope;
  readonly settings: SpecifySettings;
  readonly options: Options;
  readonly surroundings: Surroundings;
}

/**
 * The conversion that an export writes: with the upstream data of `--event` and `--log` (what `--data` says wins), and with the request that the
 * log shows in the place of what the templates give, as `compare` does. Tells of secrets that stand in the action as text, and of what the log
 * shows. What only a record or a secret needs is loaded only for it.
 */
export async function convertForExport(action: Action, converting: Converting): Promise<Conversion> {
  const { options, surroundings } = converting;
  const conversion = await (options.event === undefined && options.log === undefined
    ? convert(checked(action), converting.scope, converting.settings)
    : convertWithRecords(action, converting));
  const { request } = conversion.specification;
  const { findLiteralSecrets, literalSecretWarnings } = await import('../../secrets/find-literal-secrets.ts');
  // What is known of hosts takes a while to load, and matters only where something looks like a token.
  const known = showsToken(request) ? await import('../inputs/credential-field.ts') : {};
  const warnings = literalSecretWarnings(findLiteralSecrets({ action, request, ...known }));
  const logged = conversion.specification.warnings.filter(({ code }) => /(?:^|-)log(?:-|$)|^mask-unfilled$/u.test(code));
  for (const { text, source } of [...warnings, ...logged]) {
    const place = source === undefined ? '' : ` (${source.file}:${source.line}:${source.column})`;
    surroundings.terminal.tell(`warning: ${text}${place}`);
  }
  return conversion;
}

function showsToken({ url, headers }: RequestSpec): boolean {
  const [, ...query] = literalText(url).split('?');
  const values = headers
    .filter(([name]) => !/^(?:accept|content-type|user-agent)$/iu.test(name))
    .map(([, text]) => literalText(text));
  return [...query, ...values].some((text) => text.split(/[\s&;]/u).some((word) => word.length >= 12 && /\d/u.test(word)));
}

function literalText(text: Text): string {
  return text.filter((piece) => typeof piece === 'string').join('');
}

async function convertWithRecords(action: Action, { scope, settings, options, surroundings }: Converting): Promise<Conversion> {
  const { recallAction, recalledValues } = await import('../inputs/recall-action.ts');
  const recollection = await recallAction(action, { options, surroundings });
  const data = new Map([...recalledValues(recollection), ...scope.data]);
  const conversion = await convert(checked(action), { ...scope, data }, settings);
  if (recollection.logged === undefined) return conversion;
  const { trustLog } = await import('../compare/trust-log.ts');
  return trustLog(conversion, recollection).conversion;
}
