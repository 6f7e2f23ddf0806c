import type { ClientError } from '../../model/outcome.ts';
import { BOMB_ERROR } from '../bodies/body-sink.ts';
import { classifyCurlError } from './error-kinds.ts';
import type { CurlEnd } from './transfer.ts';

/** Bounds of a run of curl. */
export interface CurlLimits {
  /** For all hops together. */
  readonly timeoutSeconds: number;
  /** Of the decoded body. */
  readonly maxBodyBytes: number;
}

interface Circumstances {
  readonly message: string;
  readonly redirected: boolean;
  readonly sent: boolean;
  readonly limits: CurlLimits;
}

/** Why a start of curl is a failure; undefined where it is none. */
export function findCurlFailure(
  { cut, exitCode }: CurlEnd,
  { message, redirected, sent, limits }: Circumstances,
): ClientError | undefined {
  if (typeof cut === 'object') return { kind: 'other', ...cut, conclusive: false };
  if (cut !== undefined) return cutError(cut, limits);
  if (exitCode === 28) return { ...timeoutError(limits), code: 'curl 28' };
  return exitCode === 0 || exitCode === undefined ? undefined : classifyCurlError({ exitCode, message, redirected, sent });
}

/** The error for a run that was ended from outside. */
export function cutError(
  cut: 'interrupted' | 'too-large' | 'bomb' | 'hung',
  { maxBodyBytes, timeoutSeconds }: CurlLimits,
): ClientError {
  switch (cut) {
    case 'interrupted':
      return { kind: 'interrupted', code: 'interrupted', message: 'curl was interrupted', conclusive: false };
    case 'too-large':
      return {
        kind: 'too-large',
        code: 'too-large',
        message: `the answer is longer than ${maxBodyBytes} bytes`,
        conclusive: true,
      };
    case 'bomb':
      return BOMB_ERROR;
    case 'hung':
      return {
        kind: 'other',
        code: 'hung',
        message: `curl did not end within its time limit of ${timeoutSeconds} s`,
        conclusive: false,
      };
    default:
      return cut satisfies never;
  }
}

/** The error for a run whose time is over. */
export function timeoutError({ timeoutSeconds }: CurlLimits): ClientError {
  return { kind: 'timeout', code: 'timeout', message: `no complete answer within ${timeoutSeconds} s`, conclusive: true };
}

/** The error for one redirect more than allowed. */
export function tooManyRedirects(limit: number): ClientError {
  return { kind: 'redirects', code: 'redirect limit', message: `more than ${limit} redirects`, conclusive: true };
}

/** The error for a redirect that leaves HTTP. */
export function otherScheme(target: string): ClientError {
  return {
    kind: 'redirects',
    code: 'redirect scheme',
    message: `the server redirects to ‹${target}›, which is not http or https`,
    conclusive: true,
  };
}

/** The error for a success of curl without a whole head of a final answer, which is none. `sent`: whether there was a request at all. */
export function noAnswer(sent: boolean): ClientError {
  if (sent)
    return {
      kind: 'protocol',
      code: 'no answer',
      message: 'the connection ended before the head of an answer did',
      conclusive: true,
    };
  return { kind: 'other', code: 'curl', message: 'curl said nothing of an answer', conclusive: false };
}
