import type { VNode } from 'preact';

interface Props {
  readonly caption: string;
  /** Key of a column → its heading, in the order of the columns. */
  readonly columns: Readonly<Record<string, string>>;
  readonly kind: string;
  /** A row for each: what is printed into it, by the key of the column; the rest is to write on. */
  readonly rows: readonly Readonly<Record<string, string | undefined>>[];
}

/** A table to write on. Its key names its widths in the style sheet. */
export function RuledTable({ caption, columns, kind, rows }: Props): VNode {
  return (
    <table class={`paper-table paper-${kind}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, heading]) => (
            <th key={key} scope="col" class={`paper-col-${key}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {Object.keys(columns).map((key) => (
              <td key={key}>{row[key] !== undefined && <bdi>{row[key]}</bdi>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
