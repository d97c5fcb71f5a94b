import type { Status } from './status.ts';
import type { Codes } from './codes-of.ts';

/** The page at `/__local/`: where everything is, how to sign in, what can be set going. Works without script. */
export function consolePage(status: Status, codes: Codes): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Haemdiary on this machine</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__local/console.css">
<script src="/__local/codes.js" type="module"></script>
</head>
<body>
<main>
<h1>Haemdiary on this machine</h1>
<p>This page exists only in the local run. <a href="/__local/status">The same as JSON</a>.</p>
<h2>Addresses</h2>
<ul>
${Object.entries(status.addresses)
  .map(
    ([name, url]) => `<li><a href="${escaped(url)}">${escaped(name)}</a>: <code>${escaped(url)}</code></li>`,
  )
  .join('\n')}
</ul>
<h2>Demo accounts</h2>
${accountTable(status, codes)}
<h2>Schedules</h2>
${table(
  'Schedules',
  ['Name', 'When', 'Run'],
  status.schedules.map(({ name, expression, timeZone }) => [
    escaped(name),
    `<code>${escaped(expression)}</code> ${escaped(timeZone)}`,
    `<form method="post" action="/__local/schedules/${escaped(encodeURIComponent(name))}"><button>Run ${escaped(name)} now</button></form>`,
  ]),
)}
<h2>Functions</h2>
<p>What each prints is in a file of its name in <code>logs</code>, under the data directory.</p>
${table(
  'Functions',
  ['Name', 'Memory', 'Timeout', 'Processes'],
  status.functions.map((each) => [
    escaped(each.name),
    `${String(each.memoryMb)} MB`,
    `${String(each.timeoutSeconds)} s`,
    String(each.processes),
  ]),
)}
<h2>Failed events</h2>
${table(
  'Queues of failed events',
  ['Queue', 'Messages'],
  status.queues.map(({ name, messages }) => [escaped(name), String(messages)]),
)}
</main>
</body>
</html>
`;
}

function accountTable({ accounts, addresses }: Status, codes: Codes): string {
  if (accounts.length === 0) return '<p>There are none: the run was started without demo data.</p>';
  const rows = accounts.map(({ role, username, password, site, note }) => [
    `<a href="${escaped(addresses[site] ?? '')}">${escaped(site)}</a>`,
    escaped(role),
    `<code>${escaped(username)}</code>`,
    `<code>${escaped(password)}</code>`,
    codeCell(`${site}/${username}`, codes),
    escaped(note),
  ]);
  return table('Demo accounts', ['Site', 'Who', 'Username', 'Password', 'Code now', 'Note'], rows);
}

function codeCell(account: string, codes: Codes): string {
  const current = codes[account];
  if (current === undefined) return 'not needed';
  return `<code data-account="${escaped(account)}">${current.code} (${String(current.secondsLeft)} s)</code>`;
}

/** Cells are HTML already. */
function table(name: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  // A wide table scrolls by itself on a phone; someone with a keyboard has to be able to get there.
  return `<div class="wide" role="region" aria-label="${escaped(name)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
