import type { Source } from '../../model/source.ts';
import type { Text } from '../../model/text.ts';
import type { UserHeader } from '../headers/user-headers.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { showText } from '../show-text.ts';
import { type ContentType, readContentType } from './content-type.ts';

/** The content type that the request is made by, and where it was found. */
export interface ChosenContentType extends ContentType {
  readonly from: 'option' | 'header' | 'default';
}

/** Chooses between `content_type`, the user's header and the default, form; a conflict of the first two is a warning. */
export function chooseContentType(options: OptionReader, headers: readonly UserHeader[], notes: Notes): ChosenContentType {
  const option = options.text('content_type');
  const header = headers.find(({ name, value }) => name.toLowerCase() === 'content-type' && value.length > 0);
  if (option === undefined) {
    if (header !== undefined) return { ...readContentType(header.value), from: 'header' };
    return { ...readContentType(['form']), from: 'default' };
  }
  const place = options.place('content_type');
  const chosen: ChosenContentType = { ...readContentType(option), from: 'option' };
  noteChoice(chosen, option, { notes, place });
  if (header !== undefined && showText(header.value) !== showText(chosen.header)) {
    const [wins, loses] = [showText(chosen.header), showText(header.value)];
    notes.warn(
      'content-type-conflict',
      `content_type asks for ‹${wins}› and the header for ‹${loses}›; write it in one place only.`,
      header.source,
    );
    notes.assume(
      'content-type-conflict',
      `Of two content types the one of the option content_type is taken to be sent: ‹${wins}›.`,
      place,
    );
  }
  return chosen;
}

function noteChoice(
  chosen: ContentType,
  option: Text,
  { notes, place }: { readonly notes: Notes; readonly place: Source },
): void {
  const written = showText(option);
  if (chosen.isInferred) {
    notes.assume('content-type-name', `content_type ‹${written}› is taken to send ‹${showText(chosen.header)}›.`, place);
  }
  if (chosen.isUnknown) {
    notes.warn(
      'content-type-unknown',
      `content_type ‹${written}› is neither a shorthand of Tines nor a media type; it is sent as it is.`,
      place,
    );
  }
}
