import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/recall/read-time.ts';
import { errorOf } from '../parse/error-of.ts';
import { eventOf, noteCodes, recall, responseOf } from './recall-world.ts';

const run = (id: number, status: number, minute: number) =>
  eventOf(
    { status, headers: {}, body: `of ${id}` },
    { id, story_run_guid: `run-${id}`, created_at: `2026-11-24T11:${String(minute).padStart(2, '0')}:00Z` },
  );
const events = [run(3, 200, 30), run(1, 401, 10), run(2, 403, 20)];
const statusOf = (run?: string) => responseOf(recall({ events: [{ events }], ...(run === undefined ? {} : { run }) })).status;

describe('the run', () => {
  it('is the newest failure, whatever the order of the list', () => {
    expect(statusOf()).toBe(403);
    expect(noteCodes(recall({ events }))).toEqual(['event-chosen']);
  });

  it('is the newest where none failed', () => {
    expect(responseOf(recall({ events: [run(2, 201, 20), run(1, 200, 10)] })).status).toBe(201);
  });

  it('is the one asked for: the latest, by run, by event', () => {
    expect(statusOf('latest')).toBe(200);
    expect(statusOf('RUN-1')).toBe(401);
    expect(statusOf('3')).toBe(200);
  });

  it('that is not there is refused with those that are', () => {
    const error = errorOf(() => statusOf('run-9'));
    expect(error.code).toBe('event');
    expect(error.details.notes).toEqual([
      'event 3, run run-3, 2026-11-24T11:30:00.000Z',
      'event 2, run run-2, 2026-11-24T11:20:00.000Z',
      'event 1, run run-1, 2026-11-24T11:10:00.000Z',
    ]);
  });

  it('is ordered by id where events have no time, large ids too', () => {
    const ids = ['90071992547409931', '90071992547409930'];
    const found = recall({
      events: ids.map((id, index) => eventOf({ status: 500 + index }, { id, created_at: 'yesterday', story_run_guid: null })),
    });
    expect(responseOf(found).status).toBe(500);
  });
});

describe('age', () => {
  it('is stale beyond the limit', () => {
    const recollection = recall({ events: [eventOf({ status: 401, body: '' }, { created_at: '2026-11-21T11:00:00Z' })] });
    expect(recollection.outcome).toMatchObject({ at: '2026-11-21T11:00:00.000Z', stale: true });
  });

  it('is not stale within the limit or from a clock ahead of ours, and not known without a time', () => {
    const at = (created_at: unknown) => recall({ events: [eventOf({ status: 401, body: '' }, { created_at })] }).outcome;
    expect(at('2026-11-24T11:59:00Z')).toMatchObject({ stale: false });
    expect(at('2026-11-24T13:00:00Z')).toMatchObject({ stale: false });
    expect(at('last Tuesday')).not.toHaveProperty('stale');
    expect(at(null)).not.toHaveProperty('at');
  });

  it.each([
    ['2026-11-24T11:00:00Z', '2026-11-24T11:00:00.000Z'],
    ['2026-11-24T11:00:00.123456Z', '2026-11-24T11:00:00.123Z'],
    ['2026-11-24 11:00:00 UTC', '2026-11-24T11:00:00.000Z'],
    ['2026-11-24T13:00:00+02:00', '2026-11-24T11:00:00.000Z'],
    ['2026-11-24T05:30-0530', '2026-11-24T11:00:00.000Z'],
    ['2026-11-24T11:00', '2026-11-24T11:00:00.000Z'],
    ['2026-13-45T11:00:00Z', undefined],
    ['Tue, 24 Nov 2026 11:00:00 GMT', undefined],
    ['1764000000', undefined],
  ])('reads ‹%s› as %s', (text, expected) => {
    expect(readTime(text)?.toISOString()).toBe(expected);
  });
});
