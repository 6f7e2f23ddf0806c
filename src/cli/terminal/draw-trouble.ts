import type { HarnessError } from '../../harness-error.ts';
import type { Source } from '../../model/source.ts';
import { drawError, type SourceTexts } from '../../report/terminal/draw-error.ts';
import { lineSpan } from '../../report/terminal/line-span.ts';
import { createStyle } from '../../report/terminal/style.ts';
import { maskLiterals } from '../../secrets/mask-literals.ts';
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
  const place = lineSpan(text, line);
  if (place === undefined) return texts;
  const from = place.start + Math.max(0, column - reach);
  const to = Math.min(place.start + column + reach, place.end);
  return new Map([[file, text.slice(0, from) + maskLiterals(text.slice(from, to)) + text.slice(to)]]);
}
