import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../../src/report/junit/report.ts';
import { failing, hostileTexts, poisoned, working } from './sample-reports.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'testcase' || name === 'testsuite',
  processEntities: true,
});

describe('junitReport', () => {
  it('has one test case per action, with the verdict as the type of the failure', () => {
    const { testsuites } = parser.parse(junitReport([failing, working]));
    expect(testsuites).toMatchObject({ tests: '2', failures: '1', errors: '0' });
    const [suite] = testsuites.testsuite;
    expect(suite).toMatchObject({ name: 'Users', tests: '2' });
    expect(suite.testcase[0]).toMatchObject({
      name: 'List users',
      classname: 'stories/users',
      file: 'stories/users.json',
      time: '0.040',
      failure: { type: 'not-tines', message: 'The same call fails outside of Tines too.' },
    });
    expect(suite.testcase[0]['system-out']).toContain('not-tines');
    expect(suite.testcase[1].failure).toBeUndefined();
  });

  it('calls undecided an error, and two cases of one name are told apart', () => {
    const undecided = { ...failing, verdict: { code: 'undecided', text: 'Nothing ran.', lowered: [] } } as const;
    const { testsuites } = parser.parse(junitReport([failing, undecided]));
    expect(testsuites).toMatchObject({ failures: '1', errors: '1' });
    const names = testsuites.testsuite[0].testcase.map((item: { name: string }) => item.name);
    expect(new Set(names).size).toBe(2);
  });

  it('fails where all works but a difference counts', () => {
    const { testsuites } = parser.parse(junitReport([{ ...working, differences: failing.differences }]));
    expect(testsuites.failures).toBe('1');
  });

  it.each(hostileTexts)('is well-formed XML 1.0 whatever stands in the report: %j', (text) => {
    const xml = junitReport([poisoned(text)]);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect([...xml].every((character) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(character))).toBe(true);
    expect(parser.parse(xml).testsuites.tests).toBe('1');
  });
});
