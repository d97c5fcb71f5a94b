import { isIPv4, isIPv6 } from 'node:net';

/** Eight groups of an address; the short form leaves zeros out, and the last two may be written as IPv4. */
const groupsOf = (address: string): readonly number[] => {
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [front = '', back] = plain.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [numbers(front), numbers(back ?? '')];
  const left = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...left, ...after];
};

/**
 * Whose tries are counted together. An IPv4 address counts by itself; of IPv6 the first 64 bits do, because that is the
 * least a household or a phone is given (RFC 6177, RFC 7278): whoever holds one has 2^64 addresses to try from.
 *
 * @param address as the edge saw it; anything else is one visitor of its own
 */
export const viewerAddress = (address: string): string => {
  if (isIPv4(address) || !isIPv6(address) || address.includes('%')) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) {
    const bytes = groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
    return bytes.join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
};
