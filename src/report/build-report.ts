import type { Action } from '../model/action.ts';
import type { Difference } from '../model/difference.ts';
import type { RunOutcome, TinesOutcome } from '../model/outcome.ts';
import type { Remark, Report, ReportRequest, ReportTool } from '../model/report.ts';
import type { Assumption, Loss, RequestSpec, Specification, Warning } from '../model/request-spec.ts';
import type { ChecklistItem, Diagnosis, Experiment, Verdict } from '../model/verdict.ts';
import { renderText } from './render-text.ts';
import { ofText } from './report-body.ts';
import { reportOutcome, reportTinesOutcome } from './report-outcome.ts';

/** What a report is made from. */
export interface ReportParts {
  readonly tool: ReportTool;
  readonly action: Action;
  readonly specification: Specification;
  /** Losses of the artifacts, besides those of the specification. */
  readonly losses: readonly Loss[];
  /** The cURL command for bash, secrets as names. */
  readonly command: string;
  readonly tines: TinesOutcome;
  /** The first run of each client that was asked for. */
  readonly runs: readonly RunOutcome[];
  readonly differences: readonly Difference[];
  readonly omitted: number;
  readonly verdict: Verdict;
  readonly diagnoses: readonly Diagnosis[];
  readonly checklist: readonly ChecklistItem[];
  readonly experiments: readonly Experiment[];
  readonly docs?: string;
}

/** The report of one comparison; not yet redacted: what clients sent and servers answered stands in it as it was. */
export function buildReport(parts: ReportParts): Report {
  const { tool, action, specification, tines, runs, verdict, diagnoses, checklist, experiments, docs } = parts;
  const curl = runs.find(({ client }) => client === 'curl');
  const postman = runs.find(({ client }) => client === 'postman');
  return {
    schema: 1,
    tool,
    action: {
      name: action.name,
      ...(action.guid === undefined ? {} : { guid: action.guid }),
      file: action.source.file,
      pointer: action.source.pointer,
      source: action.format,
      ...(action.story?.name === undefined ? {} : { story: action.story.name }),
    },
    request: reportRequest(specification.request),
    assumptions: specification.assumptions.map(remark),
    warnings: specification.warnings.map(remark),
    losses: [...specification.losses, ...parts.losses].map(({ artifact, feature, text }) => ({ artifact, feature, text })),
    outcomes: {
      tines: reportTinesOutcome(tines),
      ...(curl === undefined ? {} : { curl: reportOutcome(curl) }),
      ...(postman === undefined ? {} : { postman: reportOutcome(postman) }),
    },
    differences: parts.differences,
    'differences-omitted': parts.omitted,
    verdict,
    diagnoses,
    checklist,
    experiments,
    command: parts.command,
    ...(docs === undefined ? {} : { docs }),
  };
}

function remark({ code, text, source }: Assumption | Warning): Remark {
  return { code, text, ...(source === undefined ? {} : { pointer: source.pointer }) };
}

/** The request as specified, each secret as ‹CREDENTIAL.name›. */
export function reportRequest({ method, url, headers, body }: RequestSpec): ReportRequest {
  return {
    method,
    url: renderText(url),
    headers: headers.map(([name, value]) => [name, renderText(value)] as const),
    body: specifiedBody(body),
  };
}

function specifiedBody(body: RequestSpec['body']): ReportRequest['body'] {
  switch (body.kind) {
    case 'none':
      return { kind: 'none' };
    case 'text':
    case 'form':
      return ofText(renderText(body.text));
    case 'bytes':
      return { kind: 'bytes', size: body.bytes.length, sha256: '' };
    case 'multipart':
      return ofText(
        body.parts
          .map(
            ({ name, filename, content }) =>
              `${renderText(name)}${filename === undefined ? '' : ` (file ${renderText(filename)})`}: ${content instanceof Uint8Array ? `${content.length} bytes` : renderText(content)}`,
          )
          .join('\n'),
      );
    default:
      return body satisfies never;
  }
}
