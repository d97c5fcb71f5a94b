const kinds = ['unit', 'integration', 'infra', 'contract', 'e2e'];

/** `npm test -- unit` must not make anyone wait for a browser; `npm test` and `npm test -- e2e` need one. */
const testsNeedBrowser = (/** @type {string[]} */ flags) => {
  const asked = flags.filter((flag) => kinds.includes(flag));
  return asked.length === 0 || asked.includes('e2e');
};
const never = () => false;
const driving = ['targets', 'first-load', 'lighthouse', 'taps', 'shots', 'prints'];
const benchNeedsBrowser = (/** @type {string[]} */ flags) => flags.some((flag) => driving.includes(flag));

/**
 * Every command: its name, what it does, the program the pinned Node runs, and whether it needs a browser.
 * @type {{ name: string, what: string, program: string, browser: (flags: string[]) => boolean }[]}
 */
export const commands = [
  { name: 'start', what: 'the whole system on this machine', program: 'infra/local/main.ts', browser: never },
  {
    name: 'test',
    what: 'all tests, or one kind: -- unit',
    program: 'infra/setup/test.ts',
    browser: testsNeedBrowser,
  },
  {
    name: 'check',
    what: 'types, lint, format, unused, drift',
    program: 'infra/checks/main.ts',
    browser: never,
  },
  {
    name: 'bench',
    what: 'calls, capacity, times and sizes',
    program: 'tests/bench/main.ts',
    browser: benchNeedsBrowser,
  },
  {
    name: 'synth',
    what: 'build the sites, synthesise cdk.out',
    program: 'infra/setup/synth.ts',
    browser: never,
  },
  { name: 'deploy', what: 'deploy cdk.out to AWS', program: 'infra/setup/deploy.ts', browser: never },
  {
    name: 'iam:report',
    what: 'what each role may do, and what of it the last test used',
    program: 'infra/local/iam/report/main.ts',
    browser: never,
  },
  {
    name: 'docs',
    what: 'write the generated pages',
    program: 'infra/checks/generate-docs.ts --write',
    browser: never,
  },
  {
    name: 'invite-registry-manager',
    what: 'print an invitation for a registry manager',
    program: 'infra/admin/invite-registry-manager.ts',
    browser: never,
  },
  {
    name: 'audit:who',
    what: 'who saw and changed a diary between two times',
    program: 'infra/admin/audit-who.ts',
    browser: never,
  },
  {
    name: 'audit:verify',
    what: 'compare the audit with its write-once archive',
    program: 'infra/admin/audit-verify.ts',
    browser: never,
  },
  {
    name: 'recover-registry-staff',
    what: 'let somebody at the registry in whose second factor is lost',
    program: 'infra/admin/recover-registry-staff.ts',
    browser: never,
  },
];
