import { describe, expect, it } from 'vitest';
import { maskLiterals } from '../../../src/secrets/mask-literals.ts';

describe('a piece of the user’s file', () => {
  it.each([
    ['{"X-Api-Key": "A1b2C3d4E5f6"}', '{"X-Api-Key": "••••••••••••"}'],
    ['{"Authorization":"Bearer A1b2-C3d4-E5f6"}', '{"Authorization":"Bearer ••••••••••••••"}'],
    ['{"basic_auth":["joe","Sommer-2024!"]}', '{"basic_auth":["joe","••••••••••••"]}'],
    ['{"basic_auth":"joe:Sommer-2024!"}', '{"basic_auth":"joe:••••••••••••"}'],
    ['"url":"https://a.test/?api_key=abc123def&x=1"', '"url":"https://a.test/?api_key=•••••••••&x=1"'],
    ['‹https://joe:s3cr3t-pw@a.test/›', '‹https://joe:•••••••••@a.test/›'],
    ['{"password":"half of a line that ends', '{"password":"••••••••••••••••••••••••'],
  ])('%s loses its secrets and keeps its length', (text, masked) => {
    expect(maskLiterals(text)).toBe(masked);
    expect(masked).toHaveLength(text.length);
  });

  it.each([
    '{"Authorization":"Bearer <<CREDENTIAL.acme>>","token":"=CREDENTIAL.x","password":"{{ .CREDENTIAL.y }}"}',
    '{"url":"https://a.test/?page=2","method":{"a":1},"basic_auth":["joe","<<CREDENTIAL.pw>>"]}',
  ])('%s has none', (text) => {
    expect(maskLiterals(text)).toBe(text);
  });
});
