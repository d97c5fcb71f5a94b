import type { Failure } from '../../shared/api/failure.ts';

/** A time that came twice when the clocks went back: the form then asks which one is meant. */
export const isDoubledHour = ({ fields }: Failure): boolean =>
  fields.some(({ reason }) => reason === 'doubled-hour');
