import { secretsInField } from './literals/secrets-in-field.ts';
import { secretsInText } from './literals/secrets-in-text.ts';
import { isSensitiveName } from './literals/sensitive-name.ts';
import { splitAtPills } from './literals/split-at-pills.ts';

/**
 * A piece of the user's file, or a message about it, with a dot in the place of each character of what looks like a secret: by the name of its
 * member or parameter, or by its shape. The length stays, so that a caret below still points at the same character. What pills stand for is none.
 */
export function maskLiterals(text: string): string {
  const named = text
    .replace(/("((?:[^"\\]|\\.){1,80})"\s*:\s*")((?:[^"\\]|\\.)*)/gsu, (whole, before: string, name: string, value: string) =>
      isSensitiveName(name) || name === 'basic_auth' ? before + maskField(name, value) : whole,
    )
    .replace(
      /("basic_auth"\s*:\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*")((?:[^"\\]|\\.)*)/gsu,
      (_, before: string, value: string) => before + maskField('password', value),
    )
    .replace(/([?&;])([\w.[\]-]{1,80})=([^&;#\s"'<>›]+)/gu, (whole, mark: string, name: string, value: string) =>
      isSensitiveName(name) ? `${mark}${name}=${maskField(name, value)}` : whole,
    );
  return secretsInText(named).reduce((result, secret) => result.replaceAll(secret, dots), named);
}

function maskField(name: string, value: string): string {
  if (value.startsWith('=')) return value;
  const pieces = splitAtPills(value);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : maskPiece(name, piece, pieces.length > 1))).join('');
}

function maskPiece(name: string, piece: string, isPart: boolean): string {
  const secrets =
    name === 'basic_auth'
      ? secretsInField('password', piece.slice(piece.indexOf(':') + 1), isPart)
      : secretsInField(name, piece, isPart);
  return secrets.reduce((result, secret) => result.replaceAll(secret, dots), piece);
}

function dots(secret: string): string {
  return '•'.repeat(secret.length);
}
