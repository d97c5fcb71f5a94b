/** A diary that another centre shares stands for itself. */
const SHARED: Readonly<Record<string, string>> = {
  c: 'sharingCentre',
  p: 'sharedPatient',
  id: 'sharedTreatment',
};

const keyOf = (path: string, name: string): string => {
  if (path.startsWith('/team')) return 'colleague';
  if (path.startsWith('/shared')) return SHARED[name] ?? name;
  if (name === 'account') return path.startsWith('/staff') ? 'staff' : 'carer';
  if (name === 'of') return 'carer';
  if (path.includes('/log/')) return name === 'id' ? 'line' : name === 'at' ? 'lineAt' : name;
  if (path.startsWith('/recalls/')) return 'recall';
  if (path.includes('/requests/') && name === 'id') return 'request';
  if (name === 'id') return path.startsWith('/bleeds') ? 'bleed' : 'treatment';
  return name;
};

/**
 * A page's path with its placeholders filled in.
 *
 * @param ids by placeholder; `sharingCentre`, `sharedPatient` and `sharedTreatment` for a diary of another centre; `staff`, `carer` and, at the registry, `colleague` for accounts, `bleed` and `treatment` for entries, `line` and `lineAt` for a line of the log, `request` for what was asked, `recall` for a batch that is called back
 */
export const fillPath = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:([a-z]+)/gu, (_all, name: string) => {
    const id = ids[keyOf(path, name)];
    if (id === undefined) throw new Error(`Nothing stands for ${name} in ${path}`);
    return id;
  });
