import type { Value, ValueMap } from '../../../model/value.ts';
import { invalidArgument } from '../arguments.ts';
import { registeredDomain } from './domain.ts';

const pattern = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const defaultPorts: ReadonlyMap<string, bigint> = new Map([
  ['http', 80n],
  ['https', 443n],
  ['ftp', 21n],
  ['ldap', 389n],
  ['ldaps', 636n],
  ['ws', 80n],
  ['wss', 443n],
]);

/**
 * The parts of a URL (RFC 3986, appendix B) as PARSE_URL gives them; what is missing is NULL, a missing path is empty.
 * The port is the scheme's own where none is written. Text with spaces or control characters is a FormulaError.
 */
export function urlParts(text: string, isPrivateSuffixIgnored: boolean): ValueMap {
  const [, scheme, authority, path = '', query, fragment] = pattern.exec(text) ?? [];
  const [, host, port] = /^(?:.*@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/s.exec(authority ?? '') ?? [];
  if (/[\s\u0000-\u001f]/.test(text) || host === undefined) throw invalidArgument('PARSE_URL', 'a URL', 'Text');
  const domain = registeredDomain(host, isPrivateSuffixIgnored);
  return new Map<string, Value>([
    ['scheme', scheme?.toLowerCase() ?? null],
    ['host', host || null],
    ['path', path],
    ['port', port ? BigInt(port) : (defaultPorts.get(scheme?.toLowerCase() ?? '') ?? null)],
    ['query', query === undefined ? null : queryFields(query)],
    ['fragment', fragment ?? null],
    ['domain', domain?.domain ?? null],
    ['tld', domain?.suffix ?? null],
  ]);
}

function queryFields(query: string): ValueMap {
  const fields = new Map<string, Value>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else fields.set(name, [...(Array.isArray(before) ? before : [before]), value]);
  }
  return fields;
}
