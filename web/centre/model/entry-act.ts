/** What every entry typed by staff carries beside its own fields. */
export interface EntryAct {
  readonly mutationId: string;
  /** The clock of this device, as an instant. */
  readonly typedAt: string;
  readonly passed: string[];
  readonly source: 'paper' | 'staff';
  /** The patient's home zone, in which the form's times are meant. */
  readonly zone: string;
  /** Today there, `YYYY-MM-DD`: a day typed without its year is the latest one. */
  readonly today: string;
}
