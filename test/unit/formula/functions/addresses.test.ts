import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

describe('IP addresses', () => {
  it.each([
    ['IN_CIDR("10.1.2.3", "10.0.0.0/8")', 'true'],
    ['IN_CIDR("10.1.2.3", "10.0.0.0/255.0.0.0")', 'true'],
    ['IN_CIDR("10.0.0.1", "10.0.0.1/255.255.255.255")', 'true'],
    ['IN_CIDR("11.1.2.3", "10.0.0.0/255.0.0.0")', 'false'],
    ['IN_CIDR("10.0.0.1", "10.0.0.1")', 'true'],
    ['IN_CIDR("1.2.3.4", "0.0.0.0/0")', 'true'],
    ['IN_CIDR("2001:db8::1", "2001:db8::/32")', 'true'],
    ['IN_CIDR("10.0.0.1", "::/0")', 'false'],
    ['IN_CIDR(["10.0.0.1", "11.0.0.1"], "10.0.0.0/8")', 'false'],
    ['IS_IPV4("256.1.1.1")', 'false'],
    ['IS_IPV6("::1")', 'true'],
    ['IS_IP_ADDRESS(NULL)', 'false'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it.each(['IN_CIDR("10.0.0.1", "10.0.0.0/33")', 'IN_CIDR("10.0.0.1", "10.0.0.0/255.0.255.0")', 'IN_CIDR("host", "10.0.0.0/8")'])(
    '%s is an error',
    (formula) => expect(failure(formula).message).toMatch(/^Invalid argument to IN_CIDR, expected /),
  );
});
