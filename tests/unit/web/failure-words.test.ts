import { expect, it } from 'vitest';
import { copySentence } from '../../../web/diary/waiting/copy-sentence.ts';
import { failure } from '../../../web/shared/api/failure.ts';
import { failureWords } from '../../../web/shared/words/en/problems.ts';

it('says that what was typed is still here only where something was typed', () => {
  expect(failureWords(failure('offline'))).toBe('You are not connected. Try again when you have a signal.');
  expect(failureWords(failure('offline'), true)).toMatch(/signal\. What you typed is still here\.$/);
  expect(failureWords(failure('signed-out'), true)).toMatch(/What you typed is still here\.$/);
});

it('says it of no failure that asks for something else to be typed', () => {
  expect(failureWords(failure('not-accepted'), true)).toBe(failureWords(failure('not-accepted')));
});

it('says that a copy is there for want of a connection only where that is why', () => {
  expect(copySentence('Sunday', failure('offline'))).toEqual({
    text: 'You are not connected. This is how it was on Sunday.',
  });
  const broken = failure('broken');
  expect(copySentence('Sunday', broken)).toEqual({ text: 'This is how it was on Sunday.', told: broken });
});
