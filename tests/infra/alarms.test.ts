import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plain } from './support/plain.ts';
import { resourcesOf, root, synthesise } from './support/synthesise.ts';

const templates = synthesise();

const alarm = z.looseObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  OKActions: z.array(z.string()),
  TreatMissingData: z.string(),
});
const alarms = Object.values(resourcesOf(templates, 'AWS::CloudWatch::Alarm')).map(({ Properties }) =>
  alarm.parse(plain(templates, Properties)),
);
const runbookOf = (description: string) =>
  /What to do: (docs\/runbooks\/[a-z-]+\.md)$/.exec(description)?.[1];

describe('every alarm', () => {
  test.each(alarms.map((one) => [one.AlarmName, one] as const))(
    '%s says who is hurt, names its runbook and tells the operators',
    (name, { AlarmDescription, AlarmActions, OKActions }) => {
      const [impact = ''] = AlarmDescription.split(' What to do: ');
      expect(impact).toMatch(/^[A-Z].{30,}[.]$/);
      expect(runbookOf(AlarmDescription)).toBe(
        `docs/runbooks/${name.replace(/^Haemdiary[A-Z][a-z]+-/, '')}.md`,
      );
      expect([AlarmActions, OKActions]).toEqual([['OperatorsTopic'], ['OperatorsTopic']]);
    },
  );

  test.each(alarms.map(({ AlarmDescription }) => runbookOf(AlarmDescription) ?? ''))(
    '%s is there, with what the alarm means and how to look into it',
    (runbook) => {
      expect(existsSync(join(root, runbook))).toBe(true);
      const text = readFileSync(join(root, runbook), 'utf8');
      expect(text).toContain('\n## What it means\n');
      expect(text).toContain('\n## Investigation steps\n');
    },
  );

  /** Written for what people tell us, not an alarm. */
  const DRILLS = ['docs/runbooks/wrong-person-linked.md'];

  test('no runbook is left without its alarm, but for the drills', () => {
    const known = alarms.map(({ AlarmDescription }) => runbookOf(AlarmDescription));
    const written = readdirSync(join(root, 'docs/runbooks')).filter((file) => file !== 'README.md');
    expect(written.map((file) => `docs/runbooks/${file}`).filter((path) => !known.includes(path))).toEqual(
      DRILLS,
    );
  });
});

describe('functions', () => {
  test('each has an alarm for its failures', () => {
    const watched = alarms.flatMap(
      ({ AlarmName }) => /^Haemdiary\w+-(.+)-failing$/.exec(AlarmName)?.[1] ?? [],
    );
    expect(watched.sort()).toEqual([
      'api',
      'archive',
      'centre',
      'custom-message',
      'diary',
      'mail-events',
      'outbox',
      'overdue-sweep',
      'pre-token',
      'registry',
      'session',
    ]);
  });

  test.each(['diary', 'centre', 'registry', 'session', 'overdue-sweep', 'outbox', 'archive', 'mail-events'])(
    'a failure that %s caught itself raises its alarm too',
    (name) => {
      const found = alarms.find(({ AlarmName }) => AlarmName.endsWith(`-${name}-failing`));
      expect(JSON.stringify(found?.['Metrics'])).toContain(
        JSON.stringify({
          Dimensions: [{ Name: 'service', Value: name }],
          MetricName: 'BrokenAnswers',
          Namespace: 'Haemdiary',
        }),
      );
    },
  );

  test('a sweep that is never run raises an alarm by its silence', () => {
    expect(alarms.find(({ AlarmName }) => AlarmName.endsWith('sweep-missed'))).toMatchObject({
      TreatMissingData: 'breaching',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
    });
  });
});
