import type { Assumption, Loss, Warning } from '../model/request-spec.ts';
import type { Source } from '../model/source.ts';

/** Collects what has to be said about a request while it is put together; each code is kept once, the first time. */
export interface Notes {
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly losses: readonly Loss[];
  readonly assume: (code: string, text: string, source?: Source) => void;
  readonly warn: (code: string, text: string, source?: Source) => void;
  readonly lose: (feature: string, text: string, source?: Source) => void;
}

/** Empty notes. */
export function createNotes(): Notes {
  const assumptions: Assumption[] = [];
  const warnings: Warning[] = [];
  const losses: Loss[] = [];
  const place = (source?: Source) => (source === undefined ? {} : { source });
  return {
    assumptions,
    warnings,
    losses,
    assume(code, text, source) {
      if (!assumptions.some((known) => known.code === code)) assumptions.push({ code, text, ...place(source) });
    },
    warn(code, text, source) {
      if (!warnings.some((known) => known.code === code && known.text === text)) warnings.push({ code, text, ...place(source) });
    },
    lose(feature, text, source) {
      losses.push({ artifact: 'request', feature, text, ...place(source) });
    },
  };
}
