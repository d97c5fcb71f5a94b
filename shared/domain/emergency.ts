import type { BleedSeverity, BleedSite } from './vocabulary.ts';

/**
 * True when the centre's 24-hour number and the emergency number must be shown at once: a bleed that threatens life or
 * limb, or one at a site on the list a clinician of the centre approved.
 */
export function needsEmergencyPrompt(
  bleed: { readonly site?: BleedSite | undefined; readonly severity?: BleedSeverity | undefined },
  emergencySites: readonly string[],
): boolean {
  return bleed.severity === 2 || (bleed.site !== undefined && emergencySites.includes(bleed.site));
}
