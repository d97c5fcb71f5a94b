/**
 * How well the slower of two answers tells which one it was: the share of all pairs in which the first is the larger
 * (ties count half), which is Mann-Whitney's U over n₁n₂ and the area under the ROC curve. 0.5 is a coin.
 *
 * @returns with the 95 % interval of Hanley and McNeil (Radiology 1982;143:29)
 */
export const heardIn = (
  first: readonly number[],
  second: readonly number[],
): { readonly share: number; readonly low: number; readonly high: number } => {
  const wins = first.reduce(
    (sum, one) =>
      sum + second.reduce((inner, other) => inner + (one > other ? 1 : one === other ? 0.5 : 0), 0),
    0,
  );
  const share = wins / (first.length * second.length);
  const q1 = share / (2 - share);
  const q2 = (2 * share ** 2) / (1 + share);
  const variance =
    (share * (1 - share) + (first.length - 1) * (q1 - share ** 2) + (second.length - 1) * (q2 - share ** 2)) /
    (first.length * second.length);
  const half = 1.96 * Math.sqrt(variance);
  return { share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
};
