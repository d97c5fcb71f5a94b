import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../../../infra/setup/root.mjs';

// The snippets are in no project, so the rules that need types are left out; the rest is the real configuration.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, '.config/eslint.config.mjs'),
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** What the repository's lint says about `code` if it were the file at `path`: `rule: message` lines. */
export async function lintSnippet(path: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: join(root, path) });
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId ?? 'syntax'}: ${message}`),
  );
}
