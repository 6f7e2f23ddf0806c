import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { pickAction } from '../../../src/parse/pick-action.ts';
import { errorOf } from './error-of.ts';

const agent = (name: string, more: object = {}) => ({
  type: 'Agents::HTTPRequestAgent',
  name,
  options: { url: 'https://user:pw@a.example/x?key=secret' },
  ...more,
});
const file = parseActionFile(
  JSON.stringify({
    agents: [
      { type: 'Agents::TriggerAgent', name: 'Trigger' },
      agent('Get users', { guid: 'abc123', id: 77 }),
      agent('get USERS', { options: { url: 'https://a.example/long', method: 'delete' } }),
      agent('Post to #general!'),
      agent('1'),
      agent('\u001b[2Jsame'),
      agent('\u001b[2Jsame'),
    ],
  }),
  'f.json',
);

describe('an action is picked', () => {
  test.each([
    ['its exact name', 'Get users', '/agents/1'],
    ['its exact name before another case of it', 'get USERS', '/agents/2'],
    ['its guid in any case', 'ABC123', '/agents/1'],
    ['its id', '77', '/agents/1'],
    ['its name in another case', 'POST TO #GENERAL!', '/agents/3'],
    ['its slug', 'post_to_general', '/agents/3'],
    ['its pointer', '/agents/3', '/agents/3'],
    ['its index among the HTTP Request actions, from 0', '2', '/agents/3'],
    ['a name of digits before an index', '1', '/agents/4'],
  ])('by %s', (_, pick, pointer) => {
    expect(pickAction(file, pick).source.pointer).toBe(pointer);
  });

  test('without a pick where it is the only one', () => {
    expect(pickAction(parseActionFile(JSON.stringify(agent('only')), 'f'), undefined).name).toBe('only');
  });
});

describe('the list of choices', () => {
  test('comes where several could be meant, aligned, harmless, and without what may be secret', () => {
    const error = errorOf(() => pickAction(file, undefined));
    expect(error.code).toBe('several-actions');
    expect(error.details.hint).toContain('from 0');
    expect(error.details.notes).toEqual([
      '0  Get users          POST    https://a.example/x',
      '1  get USERS          DELETE  https://a.example/long',
      '2  Post to #general!  POST    https://a.example/x',
      '3  1                  POST    https://a.example/x',
      '4  U+001B[2Jsame      POST    https://a.example/x',
      '5  U+001B[2Jsame      POST    https://a.example/x',
    ]);
  });

  test('has only what the pick fits, where it fits several', () => {
    const error = errorOf(() => pickAction(file, 'GET users'));
    expect(error.code).toBe('several-actions');
    expect(error.details.notes).toHaveLength(2);
    expect(errorOf(() => pickAction(file, '\u001b[2Jsame')).message).toBe('‹U+001B[2Jsame› fits 2 HTTP Request actions.');
  });

  test('is cut where it is long', () => {
    const many = parseActionFile(JSON.stringify(Array.from({ length: 120 }, (_, index) => agent(`a${index}`))), 'f');
    const notes = errorOf(() => pickAction(many, undefined)).details.notes;
    expect(notes).toHaveLength(51);
    expect(notes?.at(-1)).toBe('… and 70 more');
  });

  test('comes with the nearest name where nothing fits', () => {
    const error = errorOf(() => pickAction(file, 'Get user'));
    expect(error.code).toBe('no-such-action');
    expect(error.details.hint).toContain('Is it ‹Get users›?');
    expect(error.details.notes).toHaveLength(6);
    expect(errorOf(() => pickAction(file, 'zzzzzzzzzzzz')).details.hint).not.toContain('Is it');
    expect(errorOf(() => pickAction(file, '6')).code).toBe('no-such-action');
    expect(errorOf(() => pickAction(file, '')).code).toBe('no-such-action');
  });
});
