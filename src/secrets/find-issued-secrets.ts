import type { Report, ReportResponse } from '../model/report.ts';
import { type IssuedValue, issuedInHeaders, issuedInText } from './literals/issued-values.ts';
import { labelIssued } from './literals/label-issued.ts';
import type { Secret } from './secret.ts';

/**
 * The secrets that a server handed out, as far as a report shows them: cookies, and tokens by the names of their headers and members. Each value
 * has a label of its own (`issued sid`, `issued sid 2`), so that two of them can be told apart once they are redacted. Pure.
 */
export function findIssuedSecrets({ outcomes, differences }: Pick<Report, 'outcomes' | 'differences'>): readonly Secret[] {
  const { tines, curl, postman } = outcomes;
  const found = [
    ...(tines.status === 'recorded' ? issuedInAnswer(tines.response) : []),
    ...[curl, postman].flatMap((outcome) => outcome?.hops.flatMap(({ response }) => issuedInAnswer(response)) ?? []),
    ...differences.flatMap(({ path, values }) => issuedInDifference(path, values)),
  ];
  return labelIssued(found);
}

function issuedInAnswer({ headers = [], body }: Partial<ReportResponse>): readonly IssuedValue[] {
  return [...issuedInHeaders(headers), ...(body?.kind === 'text' ? issuedInText(body.text) : [])];
}

/** A value of a difference has its name in the path: `response.headers.set-cookie`, `response.body/data/access_token`. */
function issuedInDifference(path: string, values: readonly (string | null)[]): readonly IssuedValue[] {
  const texts = values.flatMap((value) => value ?? []);
  const [, header] = /^response\.headers\.(.+)$/su.exec(path) ?? [];
  if (header !== undefined) {
    // Several fields of one name stand there with commas between them.
    const fields = texts.flatMap((text) => (header === 'set-cookie' ? text.split(/,\s*(?=[^;,\s=]+=)/u) : [text]));
    return issuedInHeaders(fields.map((text) => [header, text]));
  }
  if (!path.startsWith('response.body')) return [];
  const member = path.split('/').findLast((step) => !/^\d+$/u.test(step)) ?? '';
  return texts.flatMap((text) => [...issuedInText(text), ...issuedInText(`{${JSON.stringify(member)}:${text}}`)]);
}
