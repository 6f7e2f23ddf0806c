import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import type { NamedRequest } from '../choose-request.ts';

/** A request of a collection, with what its folders and the collection give it. The nearest holder stands first. */
export interface PostmanItem {
  readonly request: Json;
  /** `auth` blocks. */
  readonly auths: readonly Json[];
  readonly behaviors: readonly Json[];
  /** Lists of scripts. */
  readonly events: readonly Json[];
  /** Lists of variables. */
  readonly variables: readonly Json[];
}

type Inherited = Omit<PostmanItem, 'request'>;

/** Every request of a collection of version 2.0 or 2.1, in its order, folders searched. */
export function listPostmanItems(
  holder: Json,
  path = '',
  above: Inherited = { auths: [], behaviors: [], events: [], variables: [] },
): readonly NamedRequest<PostmanItem>[] {
  const here = inherit(holder, above);
  const items = memberOf(holder, 'item');
  if (items?.kind !== 'array') return [];
  return items.items.flatMap((item) => {
    const name = scalarText(memberOf(item, 'name')) ?? '';
    const request = memberOf(item, 'request');
    if (request === undefined) return listPostmanItems(item, `${path}${name}/`, here);
    const own = inherit(item, here);
    const auth = memberOf(request, 'auth');
    const auths = auth === undefined || auth.kind === 'null' ? own.auths : [auth, ...own.auths];
    return [{ path: `${path}${name}`, name, request: { ...own, auths, request } }];
  });
}

function inherit(holder: Json, above: Inherited): Inherited {
  const add = (name: string, list: readonly Json[]): readonly Json[] => {
    const own = memberOf(holder, name);
    return own === undefined || own.kind === 'null' ? list : [own, ...list];
  };
  return {
    auths: add('auth', above.auths),
    behaviors: add('protocolProfileBehavior', above.behaviors),
    events: add('event', above.events),
    variables: add('variable', above.variables),
  };
}
