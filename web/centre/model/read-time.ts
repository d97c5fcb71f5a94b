/** The time that was typed, as `HH:MM`: `7:30`, `7.30`, `730`, `0730`, `7`. `undefined` where there is none. */
export function readTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(typed.trim());
  if (match?.[1] === undefined) return undefined;
  const [, hour, minute = '00'] = match;
  return Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}
