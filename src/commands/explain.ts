import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nearest } from '../formats/text/nearest.ts';
import { HarnessError } from '../harness-error.ts';
import type { Command } from './command.ts';

/** One page that can be explained. */
interface Page {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** `explain [CODE]`: prints the page of a verdict, a cause or an error; without CODE, the list. */
export const explainCommand: Command = async ({ words }, { terminal }) => {
  const docs = await findDocs();
  const sections = {
    Verdicts: await readSections(new URL('verdicts.md', docs)),
    Causes: await readPages(new URL('causes/', docs)),
    Errors: await readSections(new URL('errors.md', docs)),
  };
  const [code] = words;
  if (code === undefined) {
    for (const [heading, pages] of Object.entries(sections)) {
      const width = Math.max(...pages.map((page) => page.code.length));
      await terminal.print(`${heading}\n${pages.map((page) => `  ${page.code.padEnd(width)}  ${page.title}\n`).join('')}\n`);
    }
    return 0;
  }
  const pages = Object.values(sections).flat();
  const page = pages.find((candidate) => candidate.code === code.toLowerCase());
  if (page === undefined) {
    const near = nearest(
      code,
      pages.map((candidate) => candidate.code),
    );
    throw new HarnessError('usage', `there is no page ‹${code}›`, {
      hint: near === undefined ? 'tines-compare explain lists all codes' : `did you mean ‹${near}›?`,
    });
  }
  await terminal.print(`${page.text.trim()}\n`);
  return 0;
};

/** The documentation beside the built program, or in the source tree. */
async function findDocs(): Promise<URL> {
  for (const place of ['../docs/', '../../docs/']) {
    const candidate = new URL(place, import.meta.url);
    const found = await readdir(new URL('causes/', candidate)).catch(() => null);
    if (found !== null) return candidate;
  }
  throw new HarnessError('unreadable-file', 'the documentation of this program is not there', {
    hint: `reinstall the package; it was looked for near ‹${fileURLToPath(import.meta.url)}›`,
  });
}

async function readPages(directory: URL): Promise<readonly Page[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, directory), 'utf8');
      return {
        code: name.slice(0, -'.md'.length),
        title: (/^#+\s*(.*)$/mu.exec(text)?.[1] ?? '').replace(/^`?[\w-]+`?:\s*/u, ''),
        text,
      };
    }),
  );
}

/** The sections `## code: title` of one page. */
async function readSections(file: URL): Promise<readonly Page[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n');
      const [code = '', ...title] = heading.split(': ');
      return { code: code.trim(), title: title.join(': '), text: `## ${section}` };
    });
}
