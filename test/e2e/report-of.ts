import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Report } from '../../src/model/report.ts';
import { root } from './run-executable.ts';

const schema: object = JSON.parse(readFileSync(path.join(root, 'docs/report.schema.json'), 'utf8'));
const validate = new Ajv2020.default({ strict: true, allErrors: true }).compile<Report>(schema);

/** The JSON report in a text, held against the schema that the package ships. */
export function reportOf(text: string): Report {
  const value: unknown = JSON.parse(text);
  if (validate(value)) return value;
  throw new Error(`the report does not fit its schema: ${JSON.stringify(validate.errors?.slice(0, 5), null, 2)}`);
}

/** The JSON reports of a run with `--all`. */
export function reportsOf(text: string): readonly Report[] {
  const values: unknown = JSON.parse(text);
  if (!Array.isArray(values)) throw new Error('no list of reports');
  return values.map((value: unknown) => reportOf(JSON.stringify(value)));
}
