import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';
import { whyWords } from '../../../web/shared/words/en/why.ts';

/** What patients and carers fill in. */
const FOLDERS = ['web/diary', 'web/shared/session', 'web/shared/stock'];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name): [string, string] => {
      const file = join(folder, name);
      return [file, readFileSync(join(root, file), 'utf8')];
    }),
);
const FIELD =
  /<(?:TextField|PasswordField|TextArea|SelectField|Radios|Checkbox|DateParts|Fieldset)\b[^>]*?(?=\/?>|label=)/g;
/** How a field gets its id: bound to the form, or written out; a name in a row of several is the last part of it. */
const IDS = [
  /form\.(?:text|flag)\('(\w+)'\)/g,
  /\bid="([\w-]+)"/g,
  /\bbind\('(\w+)'\)/g,
  /\bid=\{id\('(\w+)'\)\}/g,
];

/** Choices of what the page shows, not things that somebody is asked: they stand in no form that is sent. */
const NOT_ASKED = new Set(['keep', 'shape', 'card-fields', 'size', 'periods', 'changedOn']);
/** Boxes to tick that are one question together. */
const PARTS = new Set(['noBleeds', 'noOther', 'answers-no-bleeds', 'answers-no-other', 'bleeds-new']);

const reasons = new Set(Object.values(whyWords).flatMap((group) => Object.keys(group)));
const isExplained = (id: string): boolean =>
  PARTS.has(id) || reasons.has(id) || reasons.has(`containers-${id}`) || reasons.has(`lines-${id}`);

const idsIn = (source: string): readonly string[] =>
  [...source.matchAll(FIELD)].flatMap(([field]) =>
    IDS.flatMap((pattern) => [...field.matchAll(pattern)].map(([, id = '']) => id)),
  );

describe('every form of patients and carers', () => {
  const forms = sources.filter(([, source]) => source.includes('<Form '));

  it.each(forms)('%s says of each field whether it is needed and why it is asked', (_file, source) => {
    expect(forms.length).toBeGreaterThan(20);
    expect([...source.matchAll(/<Form (?!why=)/g)]).toEqual([]);
  });

  it.each(sources.filter(([, source]) => idsIn(source).length > 0))(
    '%s asks nothing without a reason',
    (file, source) => {
      const unexplained = file.includes('/display/') ? [] : idsIn(source).filter((id) => !isExplained(id));
      expect(unexplained.filter((id) => !NOT_ASKED.has(id))).toEqual([]);
    },
  );
});
