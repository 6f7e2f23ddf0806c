import { printable } from '../formats/text/printable.ts';
import { HarnessError } from '../harness-error.ts';
import type { WorkingContext } from './working-context.ts';

/** A request of a document, by what its user may call it. */
export interface NamedRequest<Request> {
  /** `Folder/Request`, or an address. */
  readonly path: string;
  readonly name: string;
  readonly request: Request;
}

/** The request of that name, path or number (counted from 1); the only one where no name is given. Throws HarnessError `collection` with the list. */
export function chooseRequest<Request>(requests: readonly NamedRequest<Request>[], { file, name }: WorkingContext): Request {
  const [first] = requests;
  if (name === undefined) {
    if (first !== undefined && requests.length === 1) return first.request;
    throw refusal(requests, file, requests.length === 0 ? 'has no request in it' : `has ${requests.length} requests`);
  }
  const same = (left: string): boolean => left.trim().toLowerCase() === name.trim().toLowerCase();
  const found = [
    requests.filter((request) => request.path === name || request.name === name),
    requests.filter((request) => same(request.path) || same(request.name)),
    requests.filter((_, index) => name.trim() === String(index + 1)),
  ].find((list) => list.length > 0);
  const [only] = found ?? [];
  if (only !== undefined && found?.length === 1) return only.request;
  const wanted = `‹${printable(name)}›`;
  throw refusal(
    found ?? requests,
    file,
    found === undefined ? `has no request ${wanted}` : `has ${found.length} requests ${wanted}`,
  );
}

function refusal(requests: readonly NamedRequest<unknown>[], file: string, what: string): HarnessError {
  return new HarnessError('collection', `the file of the request that works, ‹${printable(file)}›, ${what}`, {
    hint: 'name the one that works behind the file: --working "FILE#Folder/Request"',
    notes: requests.slice(0, 40).map(({ path }, index) => `${index + 1}  ${printable(path)}`),
  });
}
