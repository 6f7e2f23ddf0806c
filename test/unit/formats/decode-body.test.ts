import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../src/formats/body/decode-body.ts';

const wide = (text: string, mark: boolean) => Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('decodeBody', () => {
  test.each<readonly [what: string, bytes: Buffer, contentType: string, text: string]>([
    ['UTF-8 with its mark', Buffer.from('\ufeff{"a":"é"}'), 'application/json', '{"a":"é"}'],
    ['UTF-16 with its mark, undeclared', wide('{"a":"é"}', true), 'application/json', '{"a":"é"}'],
    ['UTF-16 of the other order', wide('<é/>', true).swap16(), 'text/xml; charset=utf-16', '<é/>'],
    ['UTF-16 by its charset', wide('é', false), 'text/plain; charset="utf-16le"', 'é'],
    ['Latin-1 by its charset', latin('é'), 'text/plain; charset=ISO-8859-1', 'é'],
    ['Latin-1, undeclared', latin('{"a":"é"}'), 'application/json', '{"a":"é"}'],
    ['UTF-8 JSON with a wrong charset', Buffer.from('{"a":"é"}'), 'application/json; charset=iso-8859-1', '{"a":"é"}'],
    ['a wrong charset', latin('é'), 'text/plain; charset=utf-8', 'é'],
    ['an unknown charset', Buffer.from('é'), 'text/plain; charset=x-none', 'é'],
    [
      'XML that names its own',
      latin('<?xml version="1.0" encoding="ISO-8859-1"?><é/>'),
      'application/xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?><é/>',
    ],
    [
      'HTML that names its own',
      Buffer.concat([Buffer.from('<meta charset="shift_jis">'), Buffer.from([0x83, 0x65])]),
      'text/html',
      '<meta charset="shift_jis">テ',
    ],
    ['ISO-2022-JP', latin('\u001b$B%F%9%H\u001b(B'), 'text/plain; charset=iso-2022-jp', 'テスト'],
  ])('%s', (_name, bytes, contentType, text) => {
    expect(decodeBody(bytes, contentType)).toBe(text);
  });

  test.each([
    ['bytes of no text type', Buffer.from([0x89, 0x50, 0xff]), 'image/png'],
    ['a NUL in a text', Buffer.from('a\u0000b'), 'text/plain'],
  ])('%s are no text', (_name, bytes, contentType) => {
    expect(decodeBody(bytes, contentType)).toBeNull();
  });
});
