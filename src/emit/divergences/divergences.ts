import type { Divergence } from './divergence.ts';
import { messageDivergences } from './message-divergences.ts';
import { transferDivergences } from './transfer-divergences.ts';

/** Every known way in which curl, Newman and Tines differ by themselves, and what is done about it. Tines' side is documented or inferred. */
export const divergences: readonly Divergence[] = [...messageDivergences, ...transferDivergences];
