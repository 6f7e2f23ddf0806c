import { jsonText } from '../../formula/values/json-text.ts';
import type { Action } from '../../model/action.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Scope } from '../../model/scope.ts';
import type { Value } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { type DataPath, pickData } from '../../regress/recording/pick-data.ts';
import { listReferences } from '../../resolve/references/list-references.ts';

/** What the action's formulas read of the scope, in the form of `--data`, without its credentials. */
export function recordData(action: Action, scope: Scope, redact: (text: string) => string): JsonObject {
  const data = new Map<string, Value>([...scope.data, ['RESOURCE', scope.resources], ['INPUT', scope.inputs]]);
  const paths = listReferences(action).flatMap(({ kind, name, path }): readonly DataPath[] => {
    if (kind === 'credential') return [];
    if (kind === 'resource') return [['RESOURCE', name, ...path]];
    return kind === 'input' ? [['INPUT', name, ...path]] : [[name, ...path]];
  });
  const json = parseJson(redact(jsonText(pickData(data, paths))), 'the data');
  return json.kind === 'object' ? json : { kind: 'object', members: [] };
}
