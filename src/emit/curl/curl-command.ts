import type { Loss } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { ArtifactVariable } from '../artifact-variable.ts';
import type { Content } from '../content.ts';

/** One long option of curl, without its dashes; `value` is absent where it takes none. */
export interface CurlOption {
  readonly name: string;
  readonly value?: Text;
}

/** What curl is asked to do, before it is written for a shell or for a config file. */
export interface CurlCommand {
  readonly url: Text;
  /** In the order printed; only what changes something. */
  readonly options: readonly CurlOption[];
  /** The body that a `data` option sends; null where there is none. How it is passed is the printer's choice. */
  readonly content: Content | null;
  readonly variables: readonly ArtifactVariable[];
  readonly losses: readonly Loss[];
}
