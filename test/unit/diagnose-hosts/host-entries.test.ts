import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { findHost, hostEntries } from '../../../src/diagnose/hosts/index.ts';

const regex = z.string().check(z.refine((pattern) => compiles(pattern), 'is no regular expression'));
const hostPattern = z.string().check(z.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/));
const fieldName = z.string().check(z.regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/));
const prefixes = z.array(z.string().check(z.minLength(1)));
const pointer = z.string().check(z.regex(/^(?:\/(?:[^~/]|~[01])*)+$/));
const absolutePath = z.string().check(z.regex(/^\/[!-~]*$/));

const entry = z.strictObject({
  name: z.string().check(z.minLength(2)),
  hosts: z.array(hostPattern),
  answers: z.optional(z.array(z.strictObject({ header: fieldName, pattern: regex })).check(z.minLength(1))),
  paths: z.optional(z.array(regex).check(z.minLength(1))),
  credentials: z.array(
    z.strictObject({
      place: z.enum(['header', 'query']),
      name: fieldName,
      scheme: z.string().check(z.regex(/^[A-Za-z0-9-]*$/)),
      prefixes,
      pair: z.optional(z.string().check(z.regex(/^(?:\*:[^:*]*|[^:*]*:\*)$/))),
      before: z.optional(z.string().check(z.minLength(1))),
      with: z.optional(z.array(fieldName).check(z.minLength(1))),
    }),
  ),
  identity: z.optional(z.strictObject({ method: z.enum(['GET', 'HEAD']), path: absolutePath })),
  regions: z.optional(z.array(hostPattern).check(z.minLength(2))),
  errors: z.optional(
    z.array(
      z.strictObject({
        pointer,
        equals: z.optional(z.union([z.string(), z.number(), z.boolean(), z.null()])),
        message: z.optional(pointer),
      }),
    ),
  ),
  words: z.optional(z.array(z.strictObject({ pattern: regex, code: z.string(), certain: z.boolean() })).check(z.minLength(1))),
  hidesAsNotFound: z.optional(z.boolean()),
  requires: z.optional(z.array(z.strictObject({ name: fieldName, value: z.string().check(z.minLength(1)) }))),
  environments: z.optional(
    z.array(z.strictObject({ name: z.string(), prefixes, hosts: z.optional(z.array(hostPattern)) })).check(z.minLength(2)),
  ),
  token: z.optional(z.strictObject({ issuer: z.optional(regex), audience: z.optional(regex) })),
  source: z.string().check(z.regex(/^https:\/\/[^\s]+$/)),
});

function compiles(pattern: string): boolean {
  try {
    return !new RegExp(pattern, 'i').test('');
  } catch {
    return false;
  }
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the data about APIs', () => {
  it.each(hostEntries.map((host) => [host.name, host] as const))(
    '%s has the shape of an entry, and its source is an https URL',
    (_name, host) => {
      expect(z.safeParse(entry, host).error?.issues ?? []).toEqual([]);
    },
  );

  it.each([
    ['a misspelt field', { source: undefined, sources: 'https://example.com' }],
    ['a source that is no https URL', { source: 'http://example.com/docs' }],
    ['a pattern that does not compile', { words: [{ pattern: '(', code: 'not-found', certain: true }] }],
    ['a pattern that matches everything', { words: [{ pattern: '.*', code: 'not-found', certain: true }] }],
    ['a host in upper case', { hosts: ['API.example.com'] }],
  ])('would refuse %s', (_what, change) => {
    expect(
      z.safeParse(entry, {
        name: 'Example',
        hosts: ['api.example.com'],
        credentials: [],
        source: 'https://example.com/docs',
        ...change,
      }).success,
    ).toBe(false);
  });

  it('knows at least sixty APIs', () => {
    expect(hostEntries.length).toBeGreaterThanOrEqual(60);
  });

  it('has each name and each host once', () => {
    expect(repeated(hostEntries.map(({ name }) => name))).toEqual([]);
    expect(repeated(hostEntries.flatMap(({ hosts }) => hosts))).toEqual([]);
  });

  it('can be told: every entry has hosts, headers or paths', () => {
    expect(
      hostEntries.filter(({ hosts, answers, paths }) => hosts.length === 0 && answers === undefined && paths === undefined),
    ).toEqual([]);
  });

  it('names regions that are hosts of the same entry', () => {
    const strangers = hostEntries.flatMap(({ name, hosts, regions = [] }) =>
      regions.filter((region) => findHost(`https://${region}/`)?.name !== name || hosts.length === 0),
    );
    expect(strangers).toEqual([]);
  });

  it('gives environments prefixes that do not begin alike', () => {
    for (const { environments = [] } of hostEntries) {
      const all = environments.flatMap(({ prefixes: begin }) => begin);
      expect(all.filter((one, index) => all.some((other, place) => place !== index && other.startsWith(one)))).toEqual([]);
    }
  });
});

describe('findHost', () => {
  it.each([
    ['https://api.github.com/repos/acme/secret', 'GitHub'],
    ['https://acme.okta.com/api/v1/users', 'Okta'],
    ['https://ACME.OktaPreview.com/api/v1/users', 'Okta'],
    ['https://backstory.googleapis.com/v1/alert/listalerts', 'Google Security Operations (Chronicle)'],
    ['https://admin.googleapis.com/admin/directory/v1/users', 'Google APIs'],
    ['https://sqs.eu-west-1.amazonaws.com/', 'AWS'],
    ['https://abc123.execute-api.eu-west-1.amazonaws.com/prod', 'AWS API Gateway'],
    ['https://api.us-2.crowdstrike.com/devices/queries/devices/v1', 'CrowdStrike Falcon'],
    ['https://hooks.slack.com/services/T/B/x', 'Slack incoming webhooks'],
    ['https://splunk.corp.example:8089/services/search/jobs', 'Splunk Enterprise'],
    ['https://splunk.corp.example:8088/services/collector/event', 'Splunk HTTP Event Collector'],
    ['https://jira.corp.example/rest/api/2/issue', 'Jira Data Center'],
    ['https://git.corp.example/api/v4/projects/7', 'GitLab, self-managed'],
    ['http://queue.corp.example:15672/api/overview', 'RabbitMQ management'],
    ['https://misp.corp.example/attributes/restSearch', 'MISP'],
  ])('%s is %s', (url, name) => {
    expect(findHost(url)?.name).toBe(name);
  });

  it.each([
    'https://okta.com.evil.example/',
    'https://notslack.com/api/auth.test',
    'https://api.example.com/v1/things',
    'not a url',
    'http://127.0.0.1:8080/classic/success',
  ])('%s is not known', (url) => {
    expect(findHost(url)).toBeNull();
  });
});

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus/actions.jsonl');
/** Pages that are read without a credential, examples, and names that pills hide. */
const withoutCredential =
  /^(?:www\.cisa\.gov|talosintelligence\.com|check\.torproject\.org|postman-echo\.com|www\.example\.com|spk\.tines\.xyz|cbr\.tines\.xyz)$/;

describe.skipIf(!existsSync(corpus))('the APIs of the corpus', () => {
  it('are known, where the address names them', () => {
    const urls = readFileSync(corpus, 'utf8')
      .trim()
      .split('\n')
      .map((line) =>
        String(z.parse(z.object({ options: z.record(z.string(), z.unknown()) }), JSON.parse(line)).options.url ?? ''),
      );
    const hosts = [...new Set(urls.flatMap((url) => /^https?:\/\/([a-z0-9.-]+)(?=[:/?{<]|$)/i.exec(url)?.[1] ?? []))];
    expect(hosts.length).toBeGreaterThan(20);
    expect(
      hosts.filter(
        (host) =>
          host.includes('.') && !host.endsWith('.') && !withoutCredential.test(host) && findHost(`https://${host}/`) === null,
      ),
    ).toEqual([]);
  });
});
