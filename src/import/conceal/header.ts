import type { Text } from '../../model/text.ts';
import { type SecretNames, textOf } from './names.ts';

/** What decides which values are secrets, and names them. */
export interface Concealing {
  readonly names: SecretNames;
  readonly isSecretName: (name: string) => boolean;
}

/** A header field's value, its credential a variable: of Authorization what stands behind the scheme, of Cookie each value, else the whole. */
export function concealHeader(name: string, value: string, { names, isSecretName }: Concealing): Text {
  if (value === '') return [];
  const plain = name.toLowerCase();
  if (plain === 'cookie') return concealCookies(value, names);
  if (plain === 'authorization' || plain === 'proxy-authorization') {
    const [, scheme = '', credential = value] = /^([\w-]+ +)(\S.*)$/su.exec(value) ?? [];
    return textOf([scheme, names.hide(name, credential, scheme.toLowerCase().trim() === 'basic' ? basicParts(credential) : [])]);
  }
  return isSecretName(name) ? [names.hide(name, value)] : [value];
}

function concealCookies(value: string, names: SecretNames): Text {
  const pieces = value.split(/(;\s*)/u).flatMap((piece, index) => {
    const equals = piece.indexOf('=');
    if (index % 2 === 1 || piece === '') return [piece];
    if (equals === -1) return [names.hide('Cookie', piece)];
    const content = piece.slice(equals + 1);
    return [piece.slice(0, equals + 1), content === '' ? '' : names.hide(`Cookie ${piece.slice(0, equals).trim()}`, content)];
  });
  return textOf(pieces);
}

/** The pair behind the base64, and its password alone. */
function basicParts(credential: string): readonly string[] {
  const pair = Buffer.from(credential, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon === -1 || pair.includes('\ufffd')) return [];
  return [pair, pair.slice(colon + 1) === '' ? pair.slice(0, colon) : pair.slice(colon + 1)];
}
