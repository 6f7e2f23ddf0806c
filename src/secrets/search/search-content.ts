import type { CompiledSecrets } from './compile-secrets.ts';
import { readByteSymbols, readSymbols } from './read-symbols.ts';
import { type Hit, searchSecrets } from './search-secrets.ts';

/** A piece that fits into the processor's cache: in one piece a large text takes several times as long. */
const pieceLength = 128 * 1024;
/** What a piece shows of the text before it: enough to see whether a word begins there. */
const lead = 64;
/** No escapes of escapes make a secret longer than this many times its bytes, but for what is made to. */
const expansion = 48;
const longestMark = 400;

/** Part of a content, by its offsets. */
interface Area {
  readonly from: number;
  readonly to: number;
}

/** Every place of a text or of a file's bytes that shows a secret. Long content is searched piece by piece, each with enough of the next one. */
export function searchContent(content: string | Uint8Array, secrets: CompiledSecrets): readonly Hit[] {
  return searchArea(content, { from: 0, to: content.length }, secrets);
}

/** As `searchContent`, in what may read differently since something was put in at these places; the rest was searched before. */
export function searchAround(text: string, places: readonly number[], secrets: CompiledSecrets): readonly Hit[] {
  const reach = overlapOf(secrets);
  const areas: Area[] = [];
  for (const place of places) {
    const last = areas.at(-1);
    const from = Math.max(0, place - reach);
    const to = Math.min(text.length, place + reach);
    if (last === undefined || last.to < from) areas.push({ from, to });
    else areas[areas.length - 1] = { from: last.from, to };
  }
  return areas.flatMap((area) => searchArea(text, area, secrets));
}

function overlapOf({ longest }: CompiledSecrets): number {
  return longest * expansion + longestMark;
}

function searchArea(content: string | Uint8Array, area: Area, secrets: CompiledSecrets): readonly Hit[] {
  const hits: Hit[] = [];
  if (secrets.plain.isEmpty && secrets.unescaped.isEmpty) return hits;
  for (let start = area.from; start < area.to; start += pieceLength) {
    const from = beforeMark(content, Math.max(0, start - lead));
    const to = beforeMark(
      content,
      Math.min(content.length, start + pieceLength + overlapOf(secrets), area.to + overlapOf(secrets)),
    );
    const symbols =
      typeof content === 'string'
        ? readSymbols(content.slice(from, to), secrets.marks)
        : readByteSymbols(content.subarray(from, to));
    for (const hit of searchSecrets(symbols, secrets)) {
      // What begins earlier was found in the piece before.
      if (from + hit.at >= start) hits.push({ ...hit, at: from + hit.at, start: from + hit.start, end: from + hit.end });
    }
  }
  return hits;
}

/** The place itself, or the beginning of the mark that it would cut. */
function beforeMark(content: string | Uint8Array, at: number): number {
  if (typeof content !== 'string' || at === 0 || at >= content.length) return at;
  const near = content.slice(Math.max(0, at - longestMark), at);
  const open = near.lastIndexOf('‹');
  return open === -1 || near.indexOf('›', open) !== -1 ? at : at - near.length + open;
}
