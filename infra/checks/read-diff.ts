/** A resource that a deployment would change, as `cdk diff` tells it. */
export interface Change {
  readonly stack: string;
  readonly type: string;
  /** Path and logical id. */
  readonly name: string;
  /** What becomes of the resource itself, when it isn't simply updated. */
  readonly fate: string | undefined;
  readonly properties: readonly ChangedProperty[];
}

export interface ChangedProperty {
  readonly name: string;
  /** The lines of its value before and after, without the marks of the difference. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const STACK = /^Stack (?<stack>\S+)/;
const RESOURCE =
  /^\[[-~+]\] (?<type>AWS::\S+) (?<name>.+?)(?: (?<fate>replace|may be replaced|destroy|orphan))?$/;
const PROPERTY = /^ [├└]─ \[(?<mark>[-~+])\] (?<property>\S+)/;
/** A value's line below its property: with a mark of its own in a changed value, without one in a value that comes or goes. */
const VALUE = /^ (?: |│) +(?:[├└]─ )?(?:\[(?<mark>[-+ ])\] ?)?(?<text>.*)$/;
/** Line numbers of a difference. */
const POSITION = /@@ .* @@/;

type Open = Omit<Change, 'properties'> & { readonly properties: OpenProperty[] };
interface OpenProperty {
  readonly name: string;
  readonly mark: string;
  readonly before: string[];
  readonly after: string[];
}

const addLine = (property: OpenProperty, mark: string, text: string): void => {
  if (mark !== '+') property.before.push(text);
  if (mark !== '-') property.after.push(text);
};

const readLine = (line: string, change: Open): void => {
  const opening = PROPERTY.exec(line)?.groups;
  if (opening) {
    const { mark = '', property = '' } = opening;
    change.properties.push({ name: property, mark, before: [], after: [] });
    return;
  }
  const property = change.properties.at(-1);
  const value = VALUE.exec(line)?.groups;
  if (property === undefined || value === undefined || POSITION.test(line)) return;
  addLine(property, value['mark'] ?? property.mark, value['text'] ?? '');
};

/**
 * Reads what `cdk diff --all --context-lines 100000` prints, without colours. So many lines of context show every
 * changed value whole.
 */
export const readDiff = (diff: string): readonly Change[] => {
  const changes: Open[] = [];
  let stack = '';
  let open: Open | undefined;
  for (const line of diff.split('\n').map((one) => one.trimEnd())) {
    stack = STACK.exec(line)?.groups?.['stack'] ?? stack;
    const { type, name = '', fate } = RESOURCE.exec(line)?.groups ?? {};
    if (type !== undefined) {
      open = { stack, type, name, fate, properties: [] };
      changes.push(open);
    } else if (!line.startsWith(' ')) open = undefined;
    else if (open !== undefined) readLine(line, open);
  }
  return changes;
};
