import type { HarnessError } from '../harness-error.ts';
import type { Source } from '../model/source.ts';
import { drawError, type SourceTexts } from '../report/draw-error.ts';
import { createStyle } from '../report/style.ts';
import { maskLiterals } from '../secrets/mask-literals.ts';
import type { Surroundings } from './terminal.ts';

/** The longest part of a line that is looked at for secrets, on each side of the place. */
const reach = 8192;

/** The error as it is told, without the secrets that stand as text in the user's files. */
export function drawTrouble(error: HarnessError, { files, terminal }: Pick<Surroundings, 'files' | 'terminal'>): string {
  const { source } = error.details;
  const texts = source === undefined ? files.texts : maskPlace(files.texts, source);
  return maskLiterals(drawError(error, texts, createStyle(terminal.colour.messages)));
}

function maskPlace(texts: SourceTexts, { file, line, column }: Source): SourceTexts {
  const text = texts.get(file);
  if (text === undefined) return texts;
  const lines = text.split('\n');
  const written = lines[line - 1];
  if (written === undefined) return texts;
  const from = Math.max(0, column - reach);
  const to = column + reach;
  lines[line - 1] = written.slice(0, from) + maskLiterals(written.slice(from, to)) + written.slice(to);
  return new Map([[file, lines.join('\n')]]);
}
