import type { Options } from '../../cli/options.ts';
import { valueOfJson } from '../../formula/values/value-of-json.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Scope } from '../../model/scope.ts';
import type { Value, ValueMap } from '../../model/value.ts';
import { type Conversion, convert } from '../../pipeline.ts';
import type { Recorded } from '../../regress/recording/recorded.ts';
import { slug } from '../../ruby/slug.ts';
import type { Secret } from '../../secrets/secret.ts';
import { actionSecrets } from '../inputs/action-secrets.ts';
import { isSafeMethod } from '../inputs/ask-consent.ts';
import type { GatheredScope } from '../inputs/gather-scope.ts';
import { specifySettings } from '../inputs/specify-settings.ts';
import type { ItemPlace } from './plan.ts';

/** A recorded action as the request that Tines would send now, or why it cannot be sent. */
export type Prepared =
  | {
      readonly kind: 'ready';
      readonly index: number;
      readonly place: ItemPlace;
      readonly recorded: Recorded;
      readonly conversion: Conversion;
      /** What of its own must not be shown; found when it is asked for. */
      readonly secrets: () => readonly Secret[];
      readonly host: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

interface Preparing {
  readonly index: number;
  readonly place: ItemPlace;
  readonly options: Options;
  readonly gathered: GatheredScope;
}

const reserved: ReadonlySet<string> = new Set(['META', 'STORY', 'INFO', 'TEAM', 'LOOP', 'PAGINATE']);

/** Resolves and specifies a recorded action again: with its own data, and with what the command line gives. */
export async function prepareRecorded(recorded: Recorded, { index, place, options, gathered }: Preparing): Promise<Prepared> {
  try {
    const settings = await specifySettings({ ...recorded.settings, ...options });
    const conversion = await convert(recorded.action, withData(gathered.scope, valueOfJson(recorded.data)), settings);
    const { method, url } = conversion.specification.request;
    if (!isSafeMethod(method) && options['allow-writes'] !== true) {
      return { kind: 'refused', reason: `${method} may change something: add --allow-writes if that does no harm` };
    }
    const [start] = url;
    return {
      kind: 'ready',
      index,
      place,
      recorded,
      conversion,
      secrets: () => actionSecrets(recorded.action, conversion).secrets,
      host: hostOf(typeof start === 'string' ? start : ''),
    };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { kind: 'refused', reason: `${error.message}${error.details.hint === undefined ? '' : ` (${error.details.hint})`}` };
  }
}

function withData(scope: Scope, recorded: Value): Scope {
  if (!(recorded instanceof Map)) return scope;
  const values = recorded as ValueMap;
  const data = [...values]
    .filter(([name]) => name !== 'RESOURCE' && name !== 'INPUT')
    .map(([name, value]) => [reserved.has(name) ? name : slug(name), value] as const);
  return {
    ...scope,
    data: new Map([...data, ...scope.data]),
    resources: new Map([...members(values.get('RESOURCE')), ...scope.resources]),
    inputs: new Map([...members(values.get('INPUT')), ...scope.inputs]),
  };
}

function members(value: Value | undefined): ValueMap {
  return value instanceof Map ? (value as ValueMap) : new Map();
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? 'unknown host';
}
