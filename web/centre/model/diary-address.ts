/** The parts of an address that say which site it is. */
interface Address {
  readonly hostname: string;
  readonly port: string;
  readonly protocol: string;
}

/**
 * Where people accept an invitation, from this site's own address so that no build knows an address:
 * `centre.example.org` → `diary.example.org/accept`; on one machine the diary has the port before this one.
 * `undefined` where the hosts have no such names: a letter must never send anyone to a guessed address.
 */
export function diaryAddress(here: Address): string | undefined {
  const { hostname, port, protocol } = here;
  if (hostname === 'localhost') return `${protocol}//${hostname}:${String(Number(port) - 1)}/accept`;
  return hostname.startsWith('centre.') ? `${hostname.replace(/^centre/, 'diary')}/accept` : undefined;
}
