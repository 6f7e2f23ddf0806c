import type { Value } from '../../model/value.ts';
import type { FunctionContext, FunctionEntry } from '../evaluate/function-entry.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { isObject } from '../values/is-object.ts';
import { textOf } from '../values/text-of.ts';
import { rubyClassName } from '../values/type-name.ts';
import { invalidArgument, textArgument } from './arguments.ts';
import { define } from './define.ts';
import { documentationPage } from './documentation-page.ts';

/** What a formula can know about the run it is in, and TYPE and UUID, which have no category. */
export const storyFunctions: readonly FunctionEntry[] = [
  define(describe('STORY_RUN_GUID', '', 'The GUID of the running story run.'), (_, context) => runGuid(context)),
  define(
    describe('STORY_RUN_LINK', '[mode]', 'A link to the running story run, or with mode "action" to the action.'),
    ([mode], context) => {
      const kind = mode === undefined ? 'story_runs' : textArgument('STORY_RUN_LINK', mode);
      const story = `${origin(context)}/stories/${fact(context, 'META.story.id')}`;
      if (kind === 'story_runs') return `${story}/runs/${runGuid(context)}/`;
      if (kind === 'action') return `${story}?actions=${fact(context, 'META.action.id')}&storyRuns=${runGuid(context)}`;
      throw invalidArgument('STORY_RUN_LINK', 'mode story_runs or action', kind);
    },
  ),
  define(
    describe('PROMPT', '[text]', 'A URL that makes the action emit a new event; the text has to be URL-encoded already.'),
    ([text], context) => {
      const event = textOf(find(context, 'META.event.id') ?? null);
      const status = text === undefined ? '' : textArgument('PROMPT', text);
      return `${origin(context)}/prompt?a=${fact(context, 'META.action.id')}&e=${event}&s=${status}`;
    },
  ),
  define({ ...describe('TYPE', 'value', 'The name of the Ruby class of a value.'), category: 'Other' }, ([value]) =>
    rubyClassName(value ?? null),
  ),
  define({ ...describe('UUID', '', 'A fresh random UUID (version 4).'), category: 'Other' }, (_, { uuid }) => uuid()),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Story Metadata', parameters, summary, source: documentationPage(name) };
}

function origin(context: FunctionContext): string {
  return `https://${fact(context, 'META.tenant.domain')}`;
}

function runGuid(context: FunctionContext): string {
  return fact(context, 'META.story_run.guid');
}

function fact(context: FunctionContext, path: string): string {
  const value = find(context, path);
  if (value !== undefined && value !== null) return textOf(value);
  throw new FormulaError('evaluation', `${path} is not known here`, { hint: `Supply ${path} with the data of the run.` });
}

function find(context: FunctionContext, path: string): Value | undefined {
  const [name = '', ...keys] = path.split('.');
  return keys.reduce<Value | undefined>((value, key) => (isObject(value) ? value.get(key) : undefined), context.lookup(name));
}
