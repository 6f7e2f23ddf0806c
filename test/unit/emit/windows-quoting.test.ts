import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteCmd } from '../../../src/emit/curl/quote-cmd.ts';
import { quotePowershellArgument } from '../../../src/emit/curl/quote-powershell.ts';

const nameOf = (): string => 'NAME';
const text = fc.string({ unit: fc.constantFrom(...`ab "'\\$\`%^&|<>()!é\u2019\u201d\n`), minLength: 1, maxLength: 20 });

/** How a Windows program takes its command line apart (CommandLineToArgvW), for one argument. */
function programArgument(line: string): string {
  let argument = '';
  let quoted = false;
  for (let index = 0; index < line.length; ) {
    const slashes = /^\\*/.exec(line.slice(index))?.[0].length ?? 0;
    index += slashes;
    if (line[index] === '"') {
      argument += '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) argument += '"';
      else quoted = !quoted;
      index++;
    } else {
      argument += '\\'.repeat(slashes);
      if (slashes === 0) {
        if (!quoted && /[ \t]/.test(line[index] ?? '')) throw new Error(`more than one argument in ${line}`);
        argument += line[index] ?? '';
        index++;
      }
    }
  }
  if (quoted) throw new Error(`an open quote in ${line}`);
  return argument;
}

test('a Windows program gets the text that is quoted for cmd.exe', () => {
  fc.assert(
    fc.property(text, (original) => {
      const singleLine = original.replaceAll('\n', ' ');
      const printed = quoteCmd([singleLine], nameOf);
      // With every quote behind a caret, cmd.exe is never inside quotes: each caret goes away and what follows stands for itself.
      expect(printed.replace(/\^./g, '')).not.toMatch(/[()%!^"<>&|]/);
      expect(programArgument(printed.replace(/\^(.)/g, '$1'))).toBe(singleLine);
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('a Windows program gets the text that is quoted for PowerShell', () => {
  fc.assert(
    fc.property(
      text.filter((original) => !original.endsWith('\\')),
      (original) => {
        const printed = quotePowershellArgument([original], nameOf);
        const value = printed.startsWith("'")
          ? printed.slice(1, -1).replace(/['\u2018-\u201b]{2}/g, (pair) => pair.slice(1))
          : printed;
        // The Legacy rule: quotes around an argument with white space, nothing else is changed.
        expect(programArgument(/\s/.test(value) ? `"${value}"` : value)).toBe(original);
      },
    ),
    { numRuns: 500, seed: 4 },
  );
});
