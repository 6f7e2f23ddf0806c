import type { FunctionEntry } from '../evaluate/function-entry.ts';

/** How a function is called, as Tines' documentation writes it: `SLICE(text, start_index, [length])`. */
export function signatureOf({ name, parameters }: FunctionEntry): string {
  const written = parameters.map((parameter) => {
    if (parameter.kind === 'required') return parameter.name;
    if (parameter.kind === 'rest') return `${parameter.name} …`;
    return parameter.kind === 'named' ? `[${parameter.name}: …]` : `[${parameter.name}]`;
  });
  return `${name}(${written.join(', ')})`;
}
