import path from 'node:path';
import type { Action } from '../../model/action.ts';

/** The action with its file as seen from the working directory, where it lies in it: a recording is then the same on every machine. */
export function portableAction(action: Action, directory: string): Action {
  const { file } = action.source;
  const relative = path.relative(directory, path.resolve(directory, file));
  if (file === 'standard input' || relative.startsWith('..') || path.isAbsolute(relative)) return action;
  return { ...action, source: { ...action.source, file: relative.split(path.sep).join('/') } };
}
