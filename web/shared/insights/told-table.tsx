import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly caption: ComponentChildren;
  readonly head: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** Numbers as a table, beside the drawing of the same or alone. */
export function ToldTable({ caption, head, rows }: Props): VNode {
  return (
    <table class="table told-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {others.map((cell, at) => (
              <td key={at} data-head={head[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
