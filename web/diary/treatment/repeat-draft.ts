/** The name of the draft of a repeated treatment on a day: the sheet and the whole form share it. */
export const repeatDraft = (day: string): string => `treatment/repeat/${day}`;
