import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

const data = {
  META: {
    tenant: { domain: 'acme.tines.com' },
    story: { id: 12 },
    action: { id: 2011 },
    story_run: { guid: '1b4e28ba' },
  },
};

describe('the story', () => {
  it.each([
    ['STORY_RUN_GUID()', '"1b4e28ba"'],
    ['STORY_RUN_LINK()', '"https://acme.tines.com/stories/12/runs/1b4e28ba/"'],
    ['STORY_RUN_LINK("action")', '"https://acme.tines.com/stories/12?actions=2011&storyRuns=1b4e28ba"'],
    ['STORY_RUN_LINK(mode: "action")', '"https://acme.tines.com/stories/12?actions=2011&storyRuns=1b4e28ba"'],
    ['PROMPT()', '"https://acme.tines.com/prompt?a=2011&e=&s="'],
    ['PROMPT("OK")', '"https://acme.tines.com/prompt?a=2011&e=&s=OK"'],
  ])('%s gives %s', (formula, expected) => expect(run(formula, data)).toBe(expected));

  it('says which fact about the run is missing', () => {
    expect(failure('STORY_RUN_GUID()')).toMatchObject({ kind: 'evaluation', message: 'META.story_run.guid is not known here' });
  });
});

describe('TYPE and UUID', () => {
  it.each([
    ['TYPE(1.0)', '"Float"'],
    ['TYPE(NULL)', '"NilClass"'],
    ['TYPE({})', '"Hash"'],
    ['UUID()', '"00000000-0000-4000-8000-000000000000"'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));
});
