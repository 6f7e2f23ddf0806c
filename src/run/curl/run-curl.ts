import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ClientError, Exchange, RunOutcome, SentMessage } from '../../model/outcome.ts';
import { decodeBody } from '../bodies/decode-body.ts';
import { UNSEEN_BODY } from '../bodies/unseen-body.ts';
import type { Environment } from '../clean-environment.ts';
import { type ConfigOption, printCurlConfig, readCurlConfig } from './config.ts';
import { type CurlLimits, cutError, findCurlFailure, noAnswer, otherScheme, timeoutError, tooManyRedirects } from './failures.ts';
import { readCurlExchanges } from './read-exchanges.ts';
import { type FollowedRedirects, followRedirect, redirectTarget } from './redirect-config.ts';
import type { CurlEnd, CurlTransfer } from './transfer.ts';
import { transferWithCurl } from './transfer-with-curl.ts';
import { readCurlWriteOut } from './write-out.ts';

/** A request for curl, and the bounds it runs in. */
export interface CurlInput {
  /** A config file for curl that says everything about the request; how to report, and the limits, are added. */
  readonly config: string;
  /** The body that the config makes curl send: read from `/dev/fd/3`, or written out in it. */
  readonly body?: Uint8Array;
  /** Present where curl must not follow redirects by itself: each hop is then a start of curl of its own. */
  readonly redirects?: FollowedRedirects;
  readonly limits: CurlLimits;
  /** Ends curl; the outcome is then `interrupted`. */
  readonly signal: AbortSignal;
  /** `curl` unless given. */
  readonly curlPath?: string;
  /** Where the program is looked for; curl gets nothing else of it. */
  readonly environment: Environment;
  /** For bodies longer than 8 MiB; removed by the caller. */
  readonly temporaryDirectory: string;
}

/** Does one transfer; never fails for what curl or a server does. */
type Transfer = (transfer: CurlTransfer) => Promise<CurlEnd>;

/**
 * Sends a request with curl. Whatever goes wrong, curl missing included, is in the outcome; nothing is thrown. `transfer` says how curl is
 * started: in a process of its own for each hop, unless given.
 */
export async function runCurl(input: CurlInput, transfer: Transfer = transferWithCurl): Promise<RunOutcome> {
  const hops: Exchange[] = [];
  let milliseconds = 0;
  const finish = (end: HopEnd): RunOutcome => {
    if (end.error === undefined) return { client: 'curl', status: 'completed', hops, milliseconds };
    const sent = end.sent === undefined ? {} : { sent: end.sent };
    return { client: 'curl', status: 'failed', error: end.error, hops, ...sent, milliseconds };
  };
  let options = readCurlConfig(input.config);
  for (let followed = 0; ; followed += 1) {
    const secondsLeft = input.limits.timeoutSeconds - milliseconds / 1000;
    const config = configOf(input, options);
    const end = await runHop({ input, options, config, secondsLeft, redirected: hops.length > 0, transfer });
    hops.push(...end.hops);
    milliseconds += end.milliseconds;
    const last = hops.at(-1);
    const target = last === undefined || input.redirects?.follow !== true ? undefined : redirectTarget(last);
    if (end.error !== undefined || last === undefined || target === undefined || input.redirects === undefined)
      return finish(end);
    if (followed >= input.redirects.limit)
      return finish({ hops: [], milliseconds: 0, error: tooManyRedirects(input.redirects.limit) });
    if (!/^https?:\/\//i.test(target)) return finish({ hops: [], milliseconds: 0, error: otherScheme(target) });
    options = followRedirect(options, { exchange: last, target, keepAuthorization: input.redirects.keepAuthorization });
  }
}

interface Hop {
  readonly input: CurlInput;
  readonly options: readonly ConfigOption[];
  readonly config: string;
  readonly secondsLeft: number;
  readonly redirected: boolean;
  readonly transfer: Transfer;
}

interface HopEnd {
  readonly hops: readonly Exchange[];
  readonly milliseconds: number;
  readonly error?: ClientError;
  readonly sent?: SentMessage;
}

async function runHop({ input, options, config, secondsLeft, redirected, transfer }: Hop): Promise<HopEnd> {
  if (input.signal.aborted) return { hops: [], milliseconds: 0, error: cutError('interrupted', input.limits) };
  if (secondsLeft <= 0) return { hops: [], milliseconds: 0, error: timeoutError(input.limits) };
  const { signal, environment, temporaryDirectory, body } = input;
  const curlPath = input.curlPath ?? 'curl';
  const limits = { timeoutSeconds: secondsLeft, maxBodyBytes: input.limits.maxBodyBytes };
  const given = body === undefined ? {} : { body };
  const end = await transfer({ config, ...given, ...limits, signal, curlPath, environment, temporaryDirectory });
  const { milliseconds } = end;
  const writeOut = readCurlWriteOut(end.writeOut);
  const url = options.find(({ name }) => name === 'url')?.value ?? '';
  const { completed, last, sent } = readCurlExchanges(end, {
    url,
    ...given,
    ...(writeOut.uploaded === undefined ? {} : { uploaded: writeOut.uploaded }),
  });
  // A redirect that curl wanted to follow is over, and what failed came after it.
  const isOver =
    last !== undefined &&
    end.exitCode !== 0 &&
    options.some(({ name }) => name === 'location') &&
    redirectTarget(last) !== undefined;
  const before = isOver ? [...completed, { ...last, received: { ...last.received, body: UNSEEN_BODY } }] : completed;
  const failure = findCurlFailure(end, {
    message: writeOut.message,
    redirected: redirected || before.length > 0,
    sent: sent !== undefined,
    limits: input.limits,
  });
  if (failure !== undefined || last === undefined) {
    if (end.body.file !== undefined) rmSync(end.body.file, { force: true });
    const error = failure ?? noAnswer(sent !== undefined);
    return { hops: before, milliseconds, error, ...(sent === undefined || isOver ? {} : { sent }) };
  }
  return { ...(await decodeLast({ completed, last, options, input })), milliseconds };
}

function configOf({ config, redirects }: CurlInput, options: readonly ConfigOption[]): string {
  return [
    redirects === undefined ? config : printCurlConfig(options),
    ...(redirects === undefined ? [] : ['no-location']),
    ...(curlDecodes(options) ? [] : ['no-compressed']),
    '',
  ].join('\n');
}

/**
 * `compressed` asks for codings and undoes them. Where another option settles what is asked for, undoing is left to `decodeBody`: it takes
 * an unknown coding as Postman does, where curl gives up.
 */
function curlDecodes(options: readonly ConfigOption[]): boolean {
  const isAskedFor = options.some(({ name, value }) => name === 'header' && /^accept-encoding[:;]/i.test(value ?? ''));
  return !isAskedFor && options.some(({ name }) => name === 'compressed');
}

interface Decoding {
  readonly completed: readonly Exchange[];
  readonly last: Exchange;
  readonly options: readonly ConfigOption[];
  readonly input: CurlInput;
}

async function decodeLast({ completed, last, options, input }: Decoding): Promise<Omit<HopEnd, 'milliseconds'>> {
  const encoding = last.received.headers.flatMap(([name, value]) => (/^content-encoding$/i.test(name) ? [value] : [])).join(', ');
  if (encoding === '' || curlDecodes(options)) return { hops: [...completed, last] };
  const file = path.join(input.temporaryDirectory, `${last.received.body.sha256}-${crypto.randomUUID()}`);
  const decoded = await decodeBody(last.received.body, { encoding, limit: input.limits.maxBodyBytes, file });
  if (decoded.status === 'decoded')
    return { hops: [...completed, { ...last, received: { ...last.received, body: decoded.body } }] };
  const error: ClientError =
    decoded.status !== 'broken'
      ? cutError(decoded.status, input.limits)
      : {
          kind: 'protocol',
          code: decoded.code,
          message: `the answer is not valid ‹${encoding}›: ${decoded.message}`,
          conclusive: true,
        };
  return { hops: completed, error, sent: last.sent };
}
