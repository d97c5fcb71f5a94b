import { ACT_WORDS, ACTS, ANSWERS, type Answer } from '#contracts/authorisation/answers.ts';
import { actOf, concerns } from '#contracts/authorisation/expected-answer.ts';
import { SITUATIONS, type Situation, type SituationName } from '#contracts/authorisation/situations.ts';
import { REACHES, type Reach, type Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { REGISTRY_JOBS, STAFF_JOBS } from '#domain/vocabulary.ts';

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows.map((cells) => row(...cells)),
  '',
];
const code = (text: string) => `\`${text}\``;
const all: readonly Route[] = routes;

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  open: 'open to anyone, with or without a token',
  account: 'the signed-in account',
  diary: 'one diary, as its patient or a carer',
  centre: 'the centre where the session is',
  patient: 'one patient of that centre',
  'shared-diary': 'one diary that another centre shares with that centre',
  registry: 'the registry and its centres',
};
const JOBS = [...STAFF_JOBS, ...REGISTRY_JOBS];

const jobsOf = ({ audience, groups }: Route): string => {
  if (audience === 'open') return 'anyone';
  if (groups !== 'everyone') return JOBS.filter((job) => groups.includes(job)).join(', ');
  return { diary: 'patients and carers', centre: 'every job', registry: 'every job' }[audience];
};

/** Routes that are alike, told in one line: same thing, same act, same jobs. */
const groupedRoutes = (reach: Reach): (readonly string[])[] => {
  const groups = new Map<string, { readonly act: string; readonly jobs: string; readonly names: string[] }>();
  for (const route of all.filter((one) => one.reach === reach)) {
    const act = reach === 'open' ? '' : ACT_WORDS[actOf(route, false)];
    const jobs = jobsOf(route);
    const group = groups.get(`${act} ${jobs}`) ?? { act, jobs, names: [] };
    group.names.push(code(route.name));
    groups.set(`${act} ${jobs}`, group);
  }
  return [...groups.values()].map(({ act, jobs, names }) => [act, jobs, names.join(' ')]);
};

const mark = (answer: Answer): string => ANSWERS[answer].mark;

const answersIn = ({ answers, account }: Situation): string[] => [
  ...ACTS.map((act) => mark(typeof answers === 'string' ? answers : answers[act])),
  account === undefined ? '' : mark(account),
];

const WHO = { anyone: 'everybody', person: 'patients and carers', staff: 'staff', registry: 'the registry' };
const names = Object.keys(SITUATIONS) as readonly SituationName[];

/** Only what some route really has in that situation is shown; the rest of a line would answer questions nobody can ask. */
const situationRows = (): string[][] =>
  names.map((name) => {
    const situation: Situation = SITUATIONS[name];
    const met = all.filter((route) => concerns(name, route, false) || concerns(name, route, true));
    const has = (act: string, route: Route): boolean =>
      route.reach !== 'account' && [false, true].some((corrects) => actOf(route, corrects) === act);
    const marks = answersIn(situation);
    const cells = ACTS.map((act, place) =>
      met.some((route) => has(act, route)) ? (marks[place] ?? '') : '',
    );
    const account = met.some(({ reach }) => reach === 'account') ? marks.at(-1) || marks[0] || '' : '';
    return [WHO[situation.who], situation.is, ...cells, account];
  });

const exceptionRows = (): string[][] =>
  all.flatMap(({ name, otherwise }) =>
    names.flatMap((situation) => {
      const one = otherwise?.[situation];
      return one === undefined ? [] : [[code(name), SITUATIONS[situation].is, mark(one.answers), one.why]];
    }),
  );

/** The page that says who may do what in which situation, made from the declarations the tests try. Markdown. */
export function authorisationPage(): string {
  return [
    '# Who may do what',
    '',
    'Generated from `shared/contracts` by `npm run docs`; not to be edited. The same declarations are tried on every route, as',
    'every group and in every situation, against the running API (`tests/contract/authorisation.test.ts`).',
    '',
    'A request is judged in this order: the token, by the gateway; then the job, for what staff and the registry may call at',
    'all; then the situation. Someone whose job doesn’t cover a route is told so (403) whatever they ask for.',
    '',
    '## Answers',
    '',
    ...table(
      ['below', 'means'],
      Object.values(ANSWERS).map(({ mark: word, says }) => [word, says]),
    ),
    '## Routes',
    '',
    ...REACHES.flatMap((reach) => {
      const rows = groupedRoutes(reach);
      return rows.length === 0
        ? []
        : [`### About ${REACH_WORDS[reach]}`, '', ...table(['they may', 'who', 'routes'], rows)];
    }),
    '## Situations',
    '',
    'What comes of a request by somebody whose job covers the route. An empty cell is something that can’t be asked for.',
    '',
    ...table(['who', 'when', ...ACTS.map((act) => ACT_WORDS[act]), 'their account'], situationRows()),
    'What ends within the life of a token (15 minutes) ends reads and writes at once, wherever the table above says “sign in',
    'again” or “not there”. Only the writes of staff of a suspended centre go on until their token has run out.',
    '',
    '## Exceptions',
    '',
    ...table(['route', 'when', 'answer', 'because'], exceptionRows()),
  ].join('\n');
}
