import type { Json } from '../../model/json.ts';
import { jsonOfPlain } from '../json-of-plain.ts';
import { prettyJson } from '../pretty-json.ts';
import type { Expectation } from './expectation.ts';
import { scriptCode } from './script-code.ts';

const opening = '/* Recorded by tines-compare, which reads this comment; keep it as it is.';
const closing = '*/';
const skipping = [
  '// No answer came when this was recorded, and a script sees only answers: tines-compare regress checks it.',
  'pm.execution.skipRequest();',
];

/** A script of Postman with the event that it belongs to. */
export interface RecordedScript {
  readonly listen: 'test' | 'prerequest';
  readonly lines: readonly string[];
}

/**
 * The script of an item: a comment with everything that was recorded, what is expected of an answer, and the code that checks it. Data stands
 * in it as JSON only: in the comment with its end escaped, in the code as a literal whose member names come from `shapeMember`.
 */
export function recordedScript(recorded: Json, expected: Expectation): RecordedScript {
  const comment = [opening, ...prettyJson(recorded).replaceAll('*/', '*\\/').split('\n'), closing];
  if (!expected.answer) return { listen: 'prerequest', lines: [...comment, ...expectedLines(expected), ...skipping] };
  return { listen: 'test', lines: [...comment, ...expectedLines(expected), ...scriptCode] };
}

function expectedLines(expected: Expectation): readonly string[] {
  return `const expected = ${prettyJson(jsonOfPlain(expected))};`.split('\n');
}

/** The two JSON texts in a script that `recordedScript` wrote, or null where the script is anyone else's or was changed by hand. */
export function readRecordedScript(lines: readonly string[]): { readonly recorded: string; readonly expected: string } | null {
  const clean = lines.map((line) => line.replace(/\r$/u, ''));
  const end = clean.indexOf(closing);
  if (clean[0] !== opening || end === -1) return null;
  const rest = clean.slice(end + 1);
  const code = [scriptCode, skipping].find((known) => rest.slice(-known.length).join('\n') === known.join('\n'));
  if (code === undefined) return null;
  const literal = rest.slice(0, -code.length).join('\n');
  const expected = /^const expected = (\{.*\});$/su.exec(literal)?.[1];
  return expected === undefined ? null : { recorded: clean.slice(1, end).join('\n'), expected };
}
