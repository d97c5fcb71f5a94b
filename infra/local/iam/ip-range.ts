import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Whether an address, of either version, is in a range such as `203.0.113.0/24` or is the one address named.
 *
 * @throws when the range can't be read.
 */
export function isInRange(address: string, range: string): boolean {
  const [base = '', bits] = range.split('/');
  if (isIP(base) === 0) throw new Error(`A policy names the address ${range}, which can't be read.`);
  const family = isIPv6(base) ? 'ipv6' : 'ipv4';
  // A list would take an IPv4 address written as IPv6 for both.
  if (isIPv6(address) !== isIPv6(base)) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  return list.check(address, family);
}
