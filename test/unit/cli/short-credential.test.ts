import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/secrets/redactor.ts';

describe('a short credential with characters that patterns use', () => {
  it.each(['k-7x', 'a.b-', '(x)', 'a/b', '[-]', '\\d-', '{1}', '^$|?'])(
    '%s is taken out of what was sent, where it stands as a whole',
    (value) => {
      const redactor = createRedactor([{ label: 'CREDENTIAL.short', value }]);
      expect(redactor.redactSent(`Bearer ${value}`)).toBe('Bearer ‹CREDENTIAL.short›');
    },
  );
});
