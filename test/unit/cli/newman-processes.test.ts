import { expect, it } from 'vitest';
import { newmanProcesses } from '../../../src/commands/regress/clients.ts';

const both = ['curl', 'postman'] as const;

it.each([
  ['none where Postman is not wanted', { clients: ['curl'], actions: 1000, jobs: 16 }, 8, 0],
  ['none where there is no recorded action', { clients: both, actions: 0, jobs: 16 }, 8, 0],
  ['one for few actions', { clients: both, actions: 99, jobs: 16 }, 8, 1],
  ['one for few jobs', { clients: both, actions: 1000, jobs: 2 }, 8, 1],
  ['one on two cores', { clients: both, actions: 1000, jobs: 16 }, 2, 1],
  ['two for many actions', { clients: both, actions: 100, jobs: 4 }, 4, 2],
] as const)('regress starts Newman in %s', (_, settings, cores, count) => {
  expect(newmanProcesses(settings, cores)).toBe(count);
});
