import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { isArray } from '../../values/is-array.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';

/** The functions about IP addresses. */
export const addressFunctions: readonly FunctionEntry[] = [
  define(
    describe('IN_CIDR', 'ip_address, cidr_range', 'Whether an IP address, or every one of a list, is in a CIDR block.'),
    ([addresses = null, block], { spend }) => {
      const blocks = readBlock(textArgument('IN_CIDR', block).trim());
      const list = isArray(addresses) ? addresses : [addresses];
      spend(list.length);
      return list.every((address) => isInside(blocks, textArgument('IN_CIDR', address).trim()));
    },
  ),
  test('IS_IPV4', 'Whether text is an IPv4 address.', isIPv4),
  test('IS_IPV6', 'Whether text is an IPv6 address.', isIPv6),
  test('IS_IP_ADDRESS', 'Whether text is an IPv4 or IPv6 address.', (text) => isIP(text) !== 0),
];

interface Block {
  readonly family: 'ipv4' | 'ipv6';
  readonly list: BlockList;
}

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'IP Addresses', parameters, summary, source: documentationPage(name) };
}

function test(name: string, summary: string, holds: (text: string) => boolean): FunctionEntry {
  return define(
    describe(name, 'text', summary),
    ([value]: readonly (Value | undefined)[]) => typeof value === 'string' && holds(value),
  );
}

/** Reads `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `2001:db8::/32`, or one address as a block of itself. */
function readBlock(text: string): Block {
  const [address = '', length, ...more] = text.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const bits = family === 'ipv6' ? 128 : 32;
  const prefix = length === undefined ? bits : prefixLength(length);
  if (isIP(address) === 0 || more.length > 0 || prefix === undefined || prefix > bits) {
    throw invalidArgument('IN_CIDR', 'CIDR range', 'other text');
  }
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return { family, list };
}

function prefixLength(text: string): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (!isIPv4(text)) return undefined;
  const bits = text
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.indexOf('0') + (bits.includes('0') ? 0 : 33) : undefined;
}

function isInside({ family, list }: Block, address: string): boolean {
  const version = isIP(address);
  if (version === 0) throw invalidArgument('IN_CIDR', 'IP address', 'other text');
  return version === (family === 'ipv4' ? 4 : 6) && list.check(address, family);
}
