import * as z from 'zod/mini';
import { HarnessError } from '../../harness-error.ts';
import type { Action, ActionInput } from '../../model/action.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { CauseCode } from '../../model/verdict.ts';
import { plainOfJson } from '../plain-of-json.ts';
import type { Expectation, Shape } from './expectation.ts';
import type { Recorded } from './recorded.ts';

const maybe = z.exactOptional;
const shape = z.lazy((): z.ZodMiniType<Shape> => z.union([z.string(), z.array(shape), z.record(z.string(), shape)]));
const errorKind = z.enum(['dns', 'connect', 'tls', 'timeout', 'protocol', 'redirects', 'too-large', 'interrupted', 'other']);
const expectation = z.discriminatedUnion('answer', [
  z.object({
    answer: z.literal(true),
    status: z.array(z.int()).check(z.minLength(1)),
    type: maybe(z.nullable(z.string())),
    body: z.union([z.literal('none'), z.literal('text'), z.object({ json: shape })]),
  }),
  z.object({ answer: z.literal(false), error: z.array(errorKind).check(z.minLength(1)) }),
]) satisfies z.ZodMiniType<Expectation>;

const document = z.object({
  version: z.literal(1),
  key: z.string(),
  verdict: z.object({
    code: z.enum([
      'works',
      'works-outside',
      'tines-only',
      'not-tines',
      'outside-only',
      'fails-differently',
      'client-dependent',
      'unstable',
      'undecided',
    ]),
    text: z.string(),
  }),
  cause: z.nullable(
    z.object({
      code: z.custom<CauseCode>((value) => typeof value === 'string'),
      confidence: z.enum(['confirmed', 'likely', 'possible']),
      fix: z.string(),
    }),
  ),
  success: z.boolean(),
  noise: z.array(z.object({ path: z.string(), reason: z.string() })),
  settings: z.object({ 'expect-status': maybe(z.array(z.string())), timeout: maybe(z.number()), insecure: maybe(z.boolean()) }),
  curl: maybe(expectation),
  action: z.object({
    name: z.string(),
    guid: maybe(z.string()),
    id: maybe(z.number()),
    file: z.string(),
    pointer: z.string(),
    story: maybe(
      z.object({
        name: maybe(z.string()),
        guid: maybe(z.string()),
        id: maybe(z.number()),
        schemaVersion: maybe(z.number()),
        standardLibraryVersion: maybe(z.number()),
        actionRuntimeVersion: maybe(z.number()),
      }),
    ),
  }),
});

/** Reads what `writeRecorded` wrote, and the expectation beside it. Throws a `HarnessError` ‹collection› where it was damaged. */
export function readRecorded(json: Json, expected: Json, file: string): Recorded {
  const read = document.safeParse(plainOfJson(json));
  const outcome = expectation.safeParse(plainOfJson(expected));
  const options = member(member(json, 'action'), 'options');
  const data = member(json, 'data');
  if (!read.success || !outcome.success || options?.kind !== 'object' || data?.kind !== 'object') {
    const [issue] = read.success ? (outcome.success ? [] : outcome.error.issues) : read.error.issues;
    const place = issue === undefined ? 'action.options or data' : issue.path.join('.');
    throw new HarnessError('collection', `the recording in ‹${file}› was damaged, at ‹${place}›`, {
      hint: 'take the file from version control, or record the action again',
    });
  }
  const { action, curl, version: _, ...rest } = read.data;
  return {
    ...rest,
    action: readAction(action, { options, inputs: inputsOf(member(member(json, 'action'), 'inputs')) }),
    data,
    expected: outcome.data,
    ...(curl === undefined ? {} : { expectedWithCurl: curl }),
  };
}

type ReadAction = z.output<typeof document>['action'];

function readAction(
  { file, pointer, ...action }: ReadAction,
  parts: { readonly options: JsonObject; readonly inputs: readonly ActionInput[] },
): Action {
  return { format: 'regression-collection', disabled: false, source: { file, pointer, line: 1, column: 1 }, ...action, ...parts };
}

function inputsOf(json: Json | undefined): readonly ActionInput[] {
  if (json?.kind !== 'array') return [];
  return json.items.flatMap((item) => {
    const [name, type, value] = [member(item, 'name'), member(item, 'type'), member(item, 'value')];
    return name?.kind === 'string' && type?.kind === 'string' && value !== undefined
      ? [{ name: name.value, type: type.value, value }]
      : [];
  });
}

function member(json: Json | undefined, key: string): Json | undefined {
  return json?.kind === 'object' ? json.members.findLast((candidate) => candidate.key === key)?.value : undefined;
}
