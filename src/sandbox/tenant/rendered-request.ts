import { encodeForm } from './encode-form.ts';
import { type Known, renderOptions } from './render-options.ts';

/** A request as Tines renders it: what the log shows, and what is sent. */
export interface RenderedRequest {
  readonly method: string;
  readonly url: string;
  readonly params: unknown;
  readonly body: unknown;
  /** As the log shows them; null is not sent. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly basic?: string;
  readonly followRedirects: boolean;
  readonly timeoutSeconds: number;
}

/** What goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const shorthands: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  application_json: 'application/json',
  xml: 'text/xml; charset=utf-8',
  form: 'application/x-www-form-urlencoded',
};

/** The action's options with its pills resolved, in the parts that Tines' log shows. */
export function renderRequest(options: Readonly<Record<string, unknown>>, known: Known): RenderedRequest {
  const option = (name: string): unknown => renderOptions(options[name], known);
  const text = (name: string): string | undefined => (options[name] === undefined ? undefined : String(option(name)));
  const method = (text('method') ?? 'post').toLowerCase();
  const payload = isNothing(option('payload')) ? null : option('payload');
  const type = text('content_type');
  const headers = option('headers');
  const basic = option('basic_auth');
  return {
    method,
    url: text('url') ?? '',
    params: method === 'get' ? (payload ?? {}) : {},
    body: method === 'get' ? null : payload,
    headers: {
      ...(typeof headers === 'object' && headers !== null
        ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
        : {}),
      'User-Agent': text('user_agent') ?? 'Tines (Advanced Security Automation; tines.io)',
      'Content-Type': type === undefined ? null : (shorthands[type] ?? type),
    },
    ...(basic === undefined ? {} : { basic: Array.isArray(basic) ? basic.map(String).join(':') : String(basic) }),
    followRedirects: String(options.disable_redirect_follow) !== 'true',
    timeoutSeconds: Number(text('timeout') ?? 30) || 30,
  };
}

/** The bytes' form of a rendered request, by Faraday's rules. */
export function wireRequest({ method, url, params, body, headers, basic }: RenderedRequest): WireRequest {
  const address = new URL(url);
  const query = [...new URLSearchParams(address.search)].map(([name, value]) => [name, value] as const);
  const merged = { ...Object.fromEntries(query), ...(typeof params === 'object' && params !== null ? params : {}) };
  address.search = encodeForm(merged);
  address.hash = '';
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== null) sent[capitalCase(name)] = value;
  const encoded = encodeBody(body, sent);
  sent.Accept ??= '*/*';
  sent['Accept-Encoding'] ??= 'gzip,deflate';
  if (basic !== undefined) sent.Authorization ??= `Basic ${Buffer.from(basic).toString('base64')}`;
  return { method: method.toUpperCase(), url: address, headers: sent, body: encoded };
}

function encodeBody(body: unknown, headers: Record<string, string>): string {
  if (body === null || body === undefined) return '';
  headers['Content-Type'] ??= 'application/x-www-form-urlencoded';
  if (typeof body === 'string') return body;
  return headers['Content-Type'].startsWith('application/x-www-form-urlencoded') ? encodeForm(body) : JSON.stringify(body);
}

function capitalCase(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/gu, (start) => start.toUpperCase());
}

function isNothing(payload: unknown): boolean {
  return (
    payload === undefined ||
    payload === null ||
    payload === '' ||
    (typeof payload === 'object' && Object.keys(payload).length === 0)
  );
}
