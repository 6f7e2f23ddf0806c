import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json, JsonArray } from '../../model/json.ts';
import { readTime } from '../read-time.ts';
import { askTenant } from './ask-tenant.ts';
import type { TenantAccess } from './tenant-access.ts';

/** A list of the API. */
export interface ListQuestion {
  /** With or without a query. */
  readonly path: string;
  /** The answer's member that holds the list. */
  readonly key: string;
  /** At most 500. */
  readonly perPage: number;
  readonly pages: number;
}

/** The newest items of a list, as many as so many pages hold, as `{"key": […]}`; whichever end of the list the tenant begins with. */
export async function listNewest(access: TenantAccess, question: ListQuestion): Promise<Json> {
  const { key, pages } = question;
  const first = await askPage(access, question, 1);
  const total = Number(scalarText(memberOf(memberOf(first.answer, 'meta'), 'pages')) ?? 1);
  const isAscending = total > 1 && beginsWithOldest(first.list);
  const others = Array.from({ length: Math.max(0, Math.min(pages, total) - (isAscending ? 0 : 1)) }, (_, index) =>
    isAscending ? total - index : index + 2,
  ).filter((page) => page > 1);
  const lists: JsonArray[] = isAscending && others.length >= pages ? [] : [first.list];
  for (const page of others) lists.push((await askPage(access, question, page)).list);
  const items = distinct(lists.flatMap((list) => list.items));
  const left = Number(scalarText(memberOf(memberOf(first.answer, 'meta'), 'count')) ?? items.length) - items.length;
  if (left > 0) access.warn(`of ${left + items.length} ${key.replace('_', ' ')} the newest ${items.length} are read`);
  return { kind: 'object', members: [{ key, value: { kind: 'array', items } }] };
}

async function askPage(
  access: TenantAccess,
  { path, key, perPage }: ListQuestion,
  page: number,
): Promise<{ readonly answer: Json; readonly list: JsonArray }> {
  const answer = await askTenant(access, { path: `${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}` });
  const list = answer.kind === 'array' ? answer : memberOf(answer, key);
  return { answer, list: list?.kind === 'array' ? list : { kind: 'array', items: [] } };
}

function beginsWithOldest({ items }: JsonArray): boolean {
  const [first, last] = [items[0], items.at(-1)].map((item) => readTime(scalarText(memberOf(item, 'created_at'))));
  return first !== undefined && last !== undefined && first < last;
}

/** A list that grows while it is read gives an item twice. */
function distinct(items: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = scalarText(memberOf(item, 'id'));
    const isNew = id === undefined || !seen.has(id);
    if (id !== undefined) seen.add(id);
    return isNew;
  });
}
