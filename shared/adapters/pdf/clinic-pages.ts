import type { ClinicPages } from '#usecases/ports/clinic-page.ts';

/** Clinic summaries as PDF. The writer and its typeface are loaded with the first one: no other answer waits for them. */
export const clinicPages: ClinicPages = {
  write: async (page) => {
    // By its name in `package.json`: the bundles of functions have it in a file of its own.
    const { drawClinicPage } = await import('#adapters/pdf/draw-clinic-page.ts');
    return drawClinicPage(page);
  },
};
