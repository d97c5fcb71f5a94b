import type { FieldProblem } from '#contracts/problem.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';

const words: Readonly<Record<string, string>> = {
  ...centreRecord.questions.words,
  ...centreRecord.questions.plan,
  ...centreRecord.questions.stock,
};

/** A question of the API in words. An unknown one is still asked: it may be newer than this page. */
export const questionText = ({ reason }: FieldProblem): string =>
  words[reason] ?? centreRecord.questions.unknown;
