import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  TokenKind,
  type TopLevelToken,
} from 'liquidjs';
import { callFunction } from '../../formula/evaluate/call-function.ts';
import { FormulaError } from '../../formula/syntax/formula-error.ts';
import { memberOf } from '../../formula/values/member-of.ts';
import type { Value } from '../../model/value.ts';
import type { World } from '../world/world.ts';
import { PieceEmitter } from './emitter.ts';
import { toLiquid } from './values.ts';

// What reads files, or belongs to page layouts.
const refused = ['include', 'render', 'layout', 'block', 'liquid', 'tablerow'];

/** Adds Tines' own tags, and takes away those that would read files. */
export function registerTags(liquid: Liquid, world: World): void {
  for (const name of refused) delete liquid.tags[name];
  const member = (root: string) => (name: string) => memberOf(world.environment.lookup(root), name);
  const call = (name: string, takesText: boolean) => (text: string) => callNamed(name, takesText ? [text] : [], world);
  liquid.registerTag('credential', tagWriting(member('CREDENTIAL')));
  liquid.registerTag('global_resource', tagWriting(member('RESOURCE')));
  liquid.registerTag('story', tagWriting(member('STORY')));
  liquid.registerTag(
    'line_break',
    tagWriting(() => '\n'),
  );
  liquid.registerTag('story_run_guid', tagWriting(call('STORY_RUN_GUID', false)));
  liquid.registerTag('story_run_link', tagWriting(call('STORY_RUN_LINK', false)));
  liquid.registerTag('prompt', tagWriting(call('PROMPT', true)));
  liquid.registerTag('capture', CaptureTag);
}

/** A tag that writes one value, made of its argument as written (quotes around it do not count). */
function tagWriting(make: (text: string) => Value): new (token: TagToken, rest: TopLevelToken[], liquid: Liquid) => Tag {
  return class extends Tag {
    readonly #text: string;

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid);
      this.#text = token.args.trim().replace(/^(["'])(.*)\1$/s, '$2');
    }

    override render(_: Context, emitter: Emitter): void {
      emitter.write(toLiquid(make(this.#text)));
    }
  };
}

function callNamed(name: string, values: readonly Value[], world: World): Value {
  const entry = world.setting.table.get(name);
  if (entry === undefined) throw new FormulaError('unsupported', `This tag needs the function ${name}, which is not there.`);
  return callFunction(entry, { positional: values, named: [] }, world.environment);
}

/** `{% capture name %}…{% endcapture %}`; liquidjs' own would make text of bytes and objects in JavaScript's way. */
class CaptureTag extends Tag {
  readonly #variable: string;
  readonly #templates: Template[] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser?: Parser) {
    super(token, rest, liquid);
    this.#variable = token.args.trim().replaceAll(/^["']|["']$/g, '');
    const reader = parser ?? liquid.parser;
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      if (next.kind === TokenKind.Tag && 'name' in next && next.name === 'endcapture') return;
      this.#templates.push(reader.parseToken(next, rest));
    }
    throw new Error(`tag ${token.getText()} not closed`);
  }

  override *render(context: Context): Generator<unknown, void, unknown> {
    const emitter = new PieceEmitter();
    yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter);
    Object.assign(context.bottom(), { [this.#variable]: emitter.text });
  }
}
