import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { id } from '#contracts/text.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { Look } from '#usecases/audit/look.ts';
import { whoSaw, type Span } from '#usecases/audit/who-saw.ts';
import { tableContext } from '../../functions/container.ts';
import { reach, run, withLocalAddress } from './reach.ts';

const USAGE = `npm run audit:who -- --centre CENTRE --patient PATIENT --from WHEN --to WHEN [flags]
  --centre, --patient  whose diary: the patient's id is in the address of their page on the centre's site, the
                       centre's is its "Short id" on the registry's site
  --from, --to         a day at the centre (both are included) or an instant such as 2026-11-22T09:00:00Z
  --table NAME         the table: output TableName of the stack HaemdiaryData
  --local[=URL]        the local run instead of AWS (http://localhost:8080)

Prints who saw and who changed the diary: by itself, on lists, in exports, and from centres it is or was shared with.
Only reads: it needs dynamodb:Query and dynamodb:GetItem on the table and the use of its key. What it prints is
personal data of staff and family.`;

const read = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: withLocalAddress(args),
    options: {
      centre: { type: 'string' },
      patient: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      table: { type: 'string' },
      local: { type: 'string' },
    },
  });
  const [centre, patient] = [id.safeParse(values.centre), id.safeParse(values.patient)];
  if (!centre.success || !patient.success) throw new TypeError('Name a centre and a patient by their ids.');
  if (values.from === undefined || values.to === undefined) throw new TypeError('Say --from and --to.');
  return {
    ...values,
    diary: { centre: centre.data, patient: patient.data },
    from: values.from,
    to: values.to,
  };
};

/** A day is the whole day at the centre; its end is the last millisecond that belongs to it. */
const instantOf = (text: string, zone: string, edge: 'start' | 'end'): Temporal.Instant => {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.Instant.from(text);
    const day = Temporal.PlainDate.from(text);
    if (edge === 'start') return day.toZonedDateTime(zone).toInstant();
    return day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });
  } catch (error) {
    if (error instanceof RangeError) throw new TypeError(`${text} is no day and no instant.`);
    throw error;
  }
};

const local = (at: string, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');

const HEADINGS = ['When', 'Who', 'As', 'Did', 'What', 'About', 'Account'] as const;

/** A plain table: names of people may hold anything, so nothing that moves a cursor gets to the terminal. */
const tableOf = (looks: readonly Look[], zone: string): string => {
  const rows = looks.map((one) =>
    [local(one.at, zone), one.who, one.as, one.did, one.action, one.about, one.account].map((cell) =>
      cell.replaceAll(/\p{C}/gu, ' '),
    ),
  );
  const all = [[...HEADINGS], ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const main = async (args: readonly string[]): Promise<number> => {
  const asked = read(args);
  await reach(asked);
  const context = tableContext();
  const profile = await context.store.get(centreProfile, centreProfile.key(asked.diary));
  if (profile === undefined) throw new Error(`There is no centre ${asked.diary.centre}.`);
  const { zone } = profile;
  const span: Span = {
    from: instantOf(asked.from, zone, 'start'),
    to: instantOf(asked.to, zone, 'end'),
  };
  const looks = await whoSaw(context, asked.diary, span);
  console.log(`Times are those of ${zone}.\n${tableOf(looks, zone)}`);
  console.log(`${String(looks.length)} in all, from ${span.from.toString()} to ${span.to.toString()}.`);
  if (looks.length === 0)
    console.log('Check the ids and the days: a diary that is not there looks like one that nobody saw.');
  return 0;
};

await run(USAGE, main);
