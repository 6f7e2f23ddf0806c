import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { CookieJar } from '@postman/tough-cookie';
import config from 'newman/lib/config/index.js';
import { Runner } from 'postman-runtime';
import { type PostmanRequest, Request } from 'postman-runtime/postman-request';
import type { ClientError } from '../../../model/outcome.ts';
import { BOMB_ERROR, type BodySink } from '../../bodies/body-sink.ts';
import { decodeHeaderText } from '../../bodies/decode-header-text.ts';
import { parseHeaderLine } from '../../curl/parse-sent-message.ts';
import type { ReceivedHead } from '../../curl/read-messages.ts';
import { findHeadFailure, guardAnswer } from './guard-answer.ts';
import { proxyAuthorization } from './proxy-authorization.ts';
import type { RecordedExchange } from './recorder.ts';
import { recordingAgent } from './recording-agents.ts';

interface PatchOptions {
  /** `none`: no script of a collection can run, and no machine for scripts is started (it costs 165 to 300 ms a run). */
  readonly scripts: 'none' | 'allowed';
}

/**
 * Changes Newman where it has no option for what we need: the runner gets options of postman-runtime that Newman does not pass on, and
 * each request reports its start, the head of its answer, and the body piece by piece, which Newman would keep whole and twice.
 */
export function patchNewman({ scripts }: PatchOptions): void {
  patchConfig();
  patchCookies();
  patchRunner(scripts);
  const { start, onRequestResponse, readResponseBody } = Request.prototype;
  const exchanges = new WeakMap<PostmanRequest, RecordedExchange>();

  Request.prototype.start = function () {
    start.call(this);
    const agent = recordingAgent(this.agents);
    if (agent === undefined || this.req === undefined) return;
    const exchange = agent.recorder.begin(this.uri.href);
    exchanges.set(this, exchange);
    // Node would drop the fields of an answer beyond 2000 without a word.
    this.req.maxHeadersCount = 0;
    this.req.once('socket', (socket: Socket) => agent.recorder.assign(socket, exchange));
    guardAnswer(this, agent.recorder);
    if (agent.proxy !== undefined && this.uri.protocol === 'http:') askProxy(this.req, agent.proxy, this.uri.host);
  };

  Request.prototype.onRequestResponse = function (response) {
    const exchange = exchanges.get(this);
    if (exchange !== undefined) exchange.received = readHead(response);
    const recorder = recordingAgent(this.agents)?.recorder;
    const failure = recorder && findHeadFailure(response, { method: this.method, maxBodyBytes: recorder.maxBodyBytes });
    if (failure !== undefined) recorder?.fail(failure);
    onRequestResponse.call(this, response);
    response.on('data', (chunk: Buffer) => {
      if (exchange !== undefined) exchange.codedSize += chunk.length;
    });
  };

  Request.prototype.readResponseBody = function (response) {
    const recorder = recordingAgent(this.agents)?.recorder;
    const exchange = exchanges.get(this);
    if (recorder === undefined || exchange === undefined) return readResponseBody.call(this, response);
    this.on('data', (chunk: Buffer) => {
      if (exchange.body.write(chunk)) return;
      recorder.fail(refusalError(exchange.body.refusal));
    });
    if (scripts === 'allowed') return readResponseBody.call(this, response);
    this.on('end', () => {
      if (this._aborted === true) return;
      response.body = Buffer.alloc(0);
      this.emit('complete', response, response.body);
    });
  };
}

function refusalError(refusal: BodySink['refusal']): ClientError {
  if (refusal instanceof Error) {
    const message = `the answer's body could not be kept: ${refusal.message}`;
    return { kind: 'other', code: 'body', message, conclusive: false };
  }
  return refusal === 'bomb'
    ? BOMB_ERROR
    : { kind: 'too-large', code: 'too-large', message: 'the answer is longer than the limit', conclusive: true };
}

/** Newman does not pass on `ignoreRcFile`: it would read its options from files of the user (`.newmanrc`) before each run. */
function patchConfig(): void {
  const { get } = config;
  config.get = (overrides, options, callback) =>
    get(overrides, { ...options, ignoreRcFile: true, ignoreProcessEnvironment: true }, callback);
}

/** Where no cookie is kept none is found: so neither is the address read once more nor the list of public suffixes loaded, which takes as long as ten requests. */
function patchCookies(): void {
  const { getCookies } = CookieJar.prototype;
  CookieJar.prototype.getCookies = function (...words) {
    const take = words.at(-1);
    const { idx: kept } = this.store;
    if (typeof take !== 'function' || kept === undefined || Object.keys(kept).length > 0) return getCookies.apply(this, words);
    return take(null, []);
  };
}

function patchRunner(scripts: PatchOptions['scripts']): void {
  const { run } = Runner.prototype;
  Runner.prototype.run = function (collection, options, callback) {
    const more = {
      ignoreProxyEnvironmentVariables: true,
      ...(scripts === 'none'
        ? {
            // As the Postman application does unless told otherwise ("Use strict HTTP parser"), and as curl and Tines do.
            requester: { ...options.requester, insecureHTTPParser: true },
            host: { external: true, instance: new ScriptRefusal() },
          }
        : {}),
    };
    return run.call(this, collection, Object.assign(options, more), callback);
  };
}

/** Stands in for the machine that runs scripts: it fails each. */
class ScriptRefusal extends EventEmitter {
  execute(_event: unknown, _context: unknown, callback: (error: Error) => void): void {
    callback(new Error('scripts are not run here'));
  }

  dispatch(): void {}

  dispose(callback?: () => void): void {
    callback?.();
  }
}

/** A proxy gets the whole address of a plain request (RFC 9112, section 3.2.2); encrypted ones go through a tunnel. */
function askProxy(request: ClientRequest, proxy: URL, host: string): void {
  request.path = `http://${host}${request.path}`;
  for (const [name, value] of Object.entries(proxyAuthorization(proxy))) request.setHeader(name, value);
}

function readHead(response: IncomingMessage): ReceivedHead {
  const headers: ReceivedHead['headers'][number][] = [];
  for (let index = 0; index + 1 < response.rawHeaders.length; index += 2) {
    headers.push(parseHeaderLine(`${response.rawHeaders[index]}:${response.rawHeaders[index + 1]}`));
  }
  return {
    version: `HTTP/${response.httpVersion}`,
    status: response.statusCode ?? 0,
    reason: decodeHeaderText(response.statusMessage ?? ''),
    headers,
  };
}
