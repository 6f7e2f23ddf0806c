import type { RegressResult } from '../regress-result.ts';

/** The action's name with the folders around it. */
export function resultTitle({ folders, name, file }: RegressResult): string {
  const last = folders.at(-1) === name ? folders : [...folders, name];
  return last.filter((part) => part !== '').join(' / ') || file;
}
