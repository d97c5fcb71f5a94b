/** For fields whose every change counts at once: nothing is sent, so nothing is refused and nothing waits. */
export const liveForm = {
  errors: {},
  general: undefined,
  attempt: 0,
  busy: false,
  run: (work: () => Promise<void>): Promise<void> => work(),
} as const;
