import type { Surroundings } from '../cli/terminal/terminal.ts';
import { createEnvironment } from '../formula/evaluate/create-environment.ts';
import { evaluateFormula } from '../formula/evaluate/evaluate-formula.ts';
import { FormulaError } from '../formula/syntax/formula-error.ts';
import { jsonText } from '../formula/values/json-text.ts';
import { parseJsonValue } from '../formula/values/parse-json-value.ts';
import { HarnessError } from '../harness-error.ts';
import { loadLanguage } from '../load-language.ts';
import type { Action } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import type { Scope } from '../model/scope.ts';
import type { ResolvedText } from '../model/text.ts';
import type { Value, ValueMap } from '../model/value.ts';
import { renderText } from '../report/render-text.ts';
import { resolveAction } from '../resolve/resolve-action.ts';
import type { Command } from './command.ts';
import { gatherScope } from './inputs/gather-scope.ts';
import { recalledData } from './inputs/recalled-data.ts';

/** `eval`: prints the JSON result of a formula or of a text with pills; `--batch` answers JSON lines. A credential's value is never printed. */
export const evalCommand: Command = async ({ options, words }, surroundings) => {
  const [formula] = words;
  const given = [formula, options.text, options.batch].filter((item) => item !== undefined);
  if (given.length !== 1) {
    throw new HarnessError(
      'usage',
      given.length === 0 ? 'no formula was given' : 'more than one of FORMULA, ‹--text› and ‹--batch› was given',
      {
        hint: "write tines-compare eval 'UPCASE(my_action.name)' --data data.json",
      },
    );
  }
  const { scope } = await gatherScope(options, surroundings, {
    data: await recalledData(options, surroundings),
    credentialValues: 'optional',
  });
  const lenient: Scope = { ...scope, unresolved: 'empty' };
  if (options.batch !== undefined) return evaluateBatch(options.batch, lenient, surroundings);
  const text = options.text ?? `=${formula ?? ''}`;
  await surroundings.terminal.print(`${await evaluateOne(text, lenient, surroundings)}\n`);
  return 0;
};

/** Evaluated as the payload of an action, so that secrets are treated as they are there. */
async function evaluateOne(text: string, scope: Scope, { files }: Surroundings): Promise<string> {
  const { name } = files.keep(text.startsWith('=') ? 'formula' : 'text', text);
  const source = { file: name, pointer: '', line: 1, column: 1 };
  const payload: Json = { kind: 'string', value: text, source };
  const action: Action = {
    format: 'options',
    name: '',
    source,
    options: { kind: 'object', members: [{ key: 'payload', value: payload }], source },
    inputs: [],
    disabled: false,
  };
  const { resolved } = resolveAction(action, scope, await loadLanguage(action));
  const value = resolved.options.members[0]?.value;
  return value === undefined ? 'null' : resolvedText(value);
}

function resolvedText(json: Json<ResolvedText>): string {
  switch (json.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(json.value);
    case 'number':
      return plainText(json.text);
    case 'string':
      return JSON.stringify(plainText(json.value));
    case 'array':
      return `[${json.items.map(resolvedText).join(',')}]`;
    case 'object':
      return `{${json.members.map(({ key, value }) => `${JSON.stringify(plainText(key))}:${resolvedText(value)}`).join(',')}}`;
    default:
      return json satisfies never;
  }
}

function plainText(text: ResolvedText): string {
  return text instanceof Uint8Array ? Buffer.from(text).toString('latin1') : renderText(text);
}

async function evaluateBatch(path: string, scope: Scope, { files, terminal }: Surroundings): Promise<number> {
  const { text, name } = await files.read(path, 'the batch');
  const answers: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') answers.push(answerLine(line, scope, { name, index }));
  }
  await terminal.print(answers.map((answer) => `${answer}\n`).join(''));
  return 0;
}

function answerLine(line: string, scope: Scope, place: { readonly name: string; readonly index: number }): string {
  const request = readLine(line, place);
  const formula = request.get('formula');
  if (typeof formula !== 'string')
    throw new HarnessError('wrong-type', `line ${place.index + 1} of ‹${place.name}› has no text ‹formula›`, {
      hint: 'write {"formula": "UPCASE(a)", "input": {"a": "x"}}',
    });
  const input = request.get('input');
  try {
    return `{"value":${jsonText(evaluateFormula(formula, batchEnvironment(input instanceof Map ? (input as ValueMap) : new Map(), scope)))}}`;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return `{"error":${JSON.stringify(error.message)}}`;
  }
}

function readLine(line: string, { name, index }: { readonly name: string; readonly index: number }): ValueMap {
  try {
    const value = parseJsonValue(line);
    if (value instanceof Map) return value as ValueMap;
  } catch {
    // Said below, with the line.
  }
  throw new HarnessError('not-json', `line ${index + 1} of ‹${name}› is no JSON object`, {
    hint: 'write one object a line: {"formula": "…", "input": {…}}',
  });
}

/** Tines' documentation calls the whole input `input` where nothing in it has that name. */
function batchEnvironment(input: ValueMap, scope: Scope): ReturnType<typeof createEnvironment> {
  const data = new Map<string, Value>([...scope.data, ...[...input].map(([key, value]) => [key, value] as const)]);
  const byLowerCase = new Map([...data].map(([key, value]) => [key.toLowerCase(), value]));
  return createEnvironment({
    now: scope.now,
    random: scope.random,
    uuid: scope.uuid,
    clock: scope.clock,
    lookup: (name) => data.get(name) ?? byLowerCase.get(name.toLowerCase()) ?? (name === 'input' ? input : null),
  });
}
