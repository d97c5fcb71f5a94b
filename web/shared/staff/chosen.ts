/** The id of a closed list that a control answered, or `undefined` where nothing is chosen. */
export const chosen = <K extends string>(ids: readonly K[], value: string): K | undefined =>
  ids.find((id) => id === value);
