import { HarnessError } from '../../harness-error.ts';
import type { Text, Variable } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { literalOf } from '../literal-of.ts';
import type { OptionReader } from '../option-reader.ts';
import { rubyText } from '../ruby-text.ts';

/** The option `basic_auth` as `user:password`; undefined where it is absent or empty, an `invalid-option` where it is neither of its two forms. */
export function basicCredentials(options: OptionReader): Text | undefined {
  const value = options.value('basic_auth');
  const source = options.place('basic_auth');
  const hint = 'Write it as "user:password" or as ["user", "password"].';
  const refuse = (why: string) => new HarnessError('invalid-option', `The option ‹basic_auth› ${why}.`, { source, hint });
  if (value?.kind === 'object' && value.members.length > 0) throw refuse('is an object');
  if (value === undefined || value.kind === 'object' || (value.kind === 'array' && value.items.length === 0)) return undefined;
  if (value.kind !== 'array') {
    const text = options.text('basic_auth');
    if (text !== undefined && literalOf(text)?.includes(':') === false) throw refuse('has no colon between user and password');
    return text;
  }
  const [user, password, ...rest] = value.items.map(rubyText);
  if (user === undefined || password === undefined || rest.length > 0)
    throw refuse(`has ${value.items.length} items and needs two`);
  if (user instanceof Uint8Array || password instanceof Uint8Array) throw refuse('holds bytes that are not text');
  return joinText(user, ':', password);
}

/** The value of the Authorization header for `user:password` (RFC 7617). Names in `taken` are not given to the variable that a credential in it needs. */
export function basicAuthorization(credentials: Text, taken: readonly string[]): Text {
  const literal = literalOf(credentials);
  if (literal !== undefined) return [`Basic ${Buffer.from(literal).toString('base64')}`];
  return ['Basic ', encodedVariable(credentials, taken)];
}

/** One variable for the whole: base64 of the parts is not the base64 of the whole. */
function encodedVariable(credentials: Text, taken: readonly string[]): Variable {
  const variables = credentials.filter((piece) => typeof piece !== 'string');
  const [only] = variables;
  if (only !== undefined && credentials.length === 1) return { ...only, encodings: [...only.encodings, 'base64'] };
  const from = [...new Set(variables.flatMap((variable) => variable.from))];
  const wanted = `basic_${[...new Set(variables.map(({ name }) => name))].join('_')}`;
  let name = wanted;
  for (let count = 2; taken.includes(name); count += 1) name = `${wanted}_${count}`;
  return { name, from, encodings: ['base64'], of: credentials };
}
