import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { TextBinding } from '../../shared/forms/use-form.ts';
import { required } from '../../shared/staff/asked.tsx';
import { readDay } from '../model/read-day.ts';
import { today } from './day-text.ts';

interface Props extends TextBinding {
  readonly label: string;
  readonly why: string;
  readonly optional?: boolean;
}

/** A day typed in digits, without leaving the keyboard; what it was read as stands above it in words. */
export function QuickDay({ why, label, ...field }: Props): VNode {
  const read = readDay(field.value, today());
  return (
    <TextField
      {...field}
      label={field.optional === true ? label : required({ label }).label}
      hint={read === undefined ? why : `= ${dayWords.short(read)} ${read.slice(0, 4)}`}
      inputMode="numeric"
      width={10}
    />
  );
}
