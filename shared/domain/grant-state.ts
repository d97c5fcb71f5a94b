/** What decides whether another centre may look today. */
interface GrantDays {
  readonly startsOn: string;
  /** From this day on it is over. */
  readonly endsOn: string;
  readonly endedAt?: string | undefined;
}

/** Where a grant stands on a day at the patient's home: only a live one lets anybody look. */
export const grantState = (grant: GrantDays, today: string): 'live' | 'ahead' | 'over' => {
  if (grant.endedAt !== undefined || grant.endsOn <= today) return 'over';
  return grant.startsOn <= today ? 'live' : 'ahead';
};
