import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { addressOf } from './call-api.ts';

const statusSchema = z.object({ schedules: z.array(z.object({ name: z.string() })) });

/** Runs the overdue sweep as if it were that many days from now. */
export async function sweepInDays(days: number): Promise<void> {
  const console = `${addressOf('diary')}/__local`;
  const status = statusSchema.parse(await (await fetch(`${console}/status`)).json());
  const name = status.schedules.find((schedule) => /sweep/i.test(schedule.name))?.name;
  if (name === undefined) throw new Error('There is no schedule of a sweep');
  const time = Temporal.Now.instant()
    .add({ hours: days * 24 })
    .toString({ smallestUnit: 'second' });
  const answer = await fetch(`${console}/schedules/${encodeURIComponent(name)}`, {
    method: 'POST',
    body: JSON.stringify({ time }),
  });
  if (!answer.ok) throw new Error(`The sweep failed: ${await answer.text()}`);
}

/** Plays that a mail came back. */
export async function bounce(mail: string): Promise<void> {
  const answer = await fetch(`${addressOf('diary')}/__local/mail/${encodeURIComponent(mail)}/bounce`, {
    method: 'POST',
  });
  if (!answer.ok) throw new Error(`The bounce failed: ${await answer.text()}`);
}

const ZONES = [
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Athens',
  'Asia/Dubai',
  'Asia/Bangkok',
  'Asia/Tokyo',
  'Pacific/Auckland',
];

/** A zone where it is the middle of the day, whenever the tests run: reminders keep quiet hours by the real clock. */
export function daytimeZone(): string {
  const now = Temporal.Now.instant();
  const fromNoon = (zone: string): number => Math.abs(now.toZonedDateTimeISO(zone).hour - 13);
  return ZONES.toSorted((a, b) => fromNoon(a) - fromNoon(b))[0] ?? 'Europe/London';
}
