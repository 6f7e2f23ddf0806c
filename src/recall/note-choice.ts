import { describeEvent, type RunCandidate } from './events/choose-run.ts';
import type { EventRecord } from './events/event-record.ts';
import type { RecallNote } from './recall-note.ts';
import type { RecordsInHand } from './recollection.ts';
import { isNamed } from './snake-case.ts';

interface Choice {
  readonly records: RecordsInHand;
  readonly events: readonly EventRecord[];
  readonly candidates: readonly RunCandidate[];
  /** Absent where the log, or nothing, stands for the outcome. */
  readonly chosen: RunCandidate | undefined;
  readonly hasFailure: boolean;
}

/** Says how the record was chosen, where that is not plain. */
export function noteChoice({ records, events, candidates, chosen, hasFailure }: Choice): readonly RecallNote[] {
  const notes: RecallNote[] = [];
  if (records.events.length > 0 && events.length === 0) {
    notes.push({
      code: 'no-events',
      text: 'the list of events is empty: the action emitted none, or they are older than the story keeps them; --tines-status or --log can say what it got',
    });
  } else if (events.length > 0 && candidates.length === 0) {
    notes.push({
      code: 'no-own-event',
      text: 'the events are of earlier actions only: they give data, and say nothing of what this action got; --tines-status or --log can say it',
    });
  }
  if (hasFailure && (chosen === undefined || chosen.failed === undefined)) {
    notes.push({
      code: 'from-log',
      text: 'what Tines got is taken from a failure line of the log, which has no headers and no body',
    });
  }
  if (chosen === undefined) return notes;
  if (candidates.length > 1) {
    const which =
      records.run === undefined && chosen.failed === true
        ? 'the newest failure'
        : records.run === undefined
          ? 'the newest'
          : 'the one asked for';
    notes.push({
      code: 'event-chosen',
      text: `of ${candidates.length} runs ${which} is compared: ${describeEvent(chosen.own.event)}`,
    });
  }
  const { by, key } = chosen.own;
  if (by === 'assumed') {
    notes.push({ code: 'name-assumed', text: `the action has no name here, so ‹${key}› is taken to be its part of the event` });
  }
  if (by === 'agent' && key !== undefined && records.action.name !== '' && !isNamed(key, records.action.name)) {
    notes.push({ code: 'renamed', text: `the event has the action’s part under ‹${key}›: the action was named otherwise then` });
  }
  return notes;
}
