import type { SourceFile } from '../../cli/files/source-files.ts';
import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import { parseJson } from '../../parse/json/parse-json.ts';

/** The records of Tines that the user gave, parsed; a log that is plain text is one string. */
export interface GivenRecords {
  readonly events: readonly Json[];
  readonly logs: readonly Json[];
}

/** Reads `--event` and `--log`. */
export async function readRecords({ event = [], log = [] }: Options, { files }: Surroundings): Promise<GivenRecords> {
  const events: Json[] = [];
  for (const path of event) {
    const file = await files.read(path, 'the event');
    events.push(parseJson(file.text, file.name));
  }
  const logs: Json[] = [];
  for (const path of log) logs.push(readLog(await files.read(path, 'the log')));
  return { events, logs };
}

function readLog({ text, name }: SourceFile): Json {
  try {
    return parseJson(text, name);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { kind: 'string', value: text, source: { file: name, pointer: '', line: 1, column: 1 } };
  }
}

const unitMilliseconds: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration as people write it: `90s`, `30m`, `24h`, `7d`. */
export function readDuration(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd])$/iu.exec(text.trim()) ?? [];
  const factor = unitMilliseconds[unit.toLowerCase()];
  if (digits === undefined || factor === undefined) {
    throw new HarnessError('usage', `‹${text}› is no duration for ‹--stale-after›`, {
      hint: 'write a number with s, m, h or d: --stale-after 24h',
    });
  }
  return Number(digits) * factor;
}
