import { leftoverNames } from './body/leftover-payload.ts';
import type { Notes } from './notes.ts';
import type { OptionReader } from './option-reader.ts';

interface Circumstances {
  readonly notes: Notes;
  readonly hasBody: boolean;
}

/** Warns of what an author overlooks: a sample payload that was never taken out, and a misspelt `content-type`. */
export function warnOfOptions(options: OptionReader, { notes, hasBody }: Circumstances): void {
  const leftover = leftoverNames(options.value('payload'));
  if (leftover.length > 0) {
    const place = hasBody ? 'in the body' : 'in the query';
    const text = `The payload still holds the sample of the editor (${leftover.map((name) => `‹${name}›`).join(', ')}); it is sent, ${place}.`;
    notes.warn('leftover-payload', text, options.place('payload'));
  }
  if (options.value('content-type') !== undefined) {
    notes.warn(
      'option-misspelt',
      'The option ‹content-type› is not known to Tines and is ignored; it is called content_type.',
      options.place('content-type'),
    );
  }
}
