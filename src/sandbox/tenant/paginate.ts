/** A page of a list as Tines answers it, with `meta`; `address` is the list's own, without paging. */
export function paginate(
  key: string,
  items: readonly unknown[],
  { address, query }: { readonly address: string; readonly query: URLSearchParams },
): Readonly<Record<string, unknown>> {
  const perPage = Math.min(500, positive(query.get('per_page'), 20));
  const page = positive(query.get('page'), 1);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const link = (number: number): string | null =>
    number < 1 || number > pages ? null : `${address}?per_page=${perPage}&page=${number}`;
  return {
    [key]: items.slice((page - 1) * perPage, page * perPage),
    meta: {
      current_page: link(page),
      previous_page: link(page - 1),
      next_page: link(page + 1),
      next_page_number: page < pages ? page + 1 : null,
      per_page: perPage,
      pages,
      count: items.length,
    },
  };
}

function positive(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : otherwise;
}
