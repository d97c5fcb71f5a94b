/** `npm run iam:report`: what each role may do, what of it the suite used, and whether each statement is needed. */
import { join } from 'node:path';
import { UNUSED_PERMISSIONS } from '../../../constructs/unused-permissions.ts';
import { root } from '../../../setup/root.mjs';
import { loadAssembly } from '../../template/assembly.ts';
import { analyse } from './analyse.ts';
import { problemsOf } from './problems.ts';
import { readRecordings } from './read-recordings.ts';
import { digestOfIam } from './recording.ts';
import { totalsOf, undecidedOperations, writeReport } from './write-report.ts';

const digest = digestOfIam(loadAssembly(join(root, 'cdk.out')));
const { recordings, others } = readRecordings(join(root, 'coverage/iam'), digest);
if (recordings.length === 0) {
  console.error(
    `No run of the templates in cdk.out is recorded in coverage/iam (${String(others)} of others are): run npm test first.`,
  );
  process.exitCode = 1;
} else {
  const findings = analyse(recordings, UNUSED_PERMISSIONS);
  const problems = problemsOf(findings);
  const { statements, denied } = findings;
  const json = () =>
    JSON.stringify({
      totals: totalsOf(findings),
      problems,
      statements: statements.map(({ id, kind, uses, provenBy, because }) => ({
        id,
        kind,
        uses,
        because,
        provenBy: provenBy?.request,
      })),
      denied: denied.map(({ role, request, why }) => ({ role, ...request, why })),
      undecided: undecidedOperations(),
    });
  console.log(process.argv.includes('--json') ? json() : writeReport(findings, problems));
  if (problems.length > 0) process.exitCode = 1;
}
