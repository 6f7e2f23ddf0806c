import { HarnessError } from '../../harness-error.ts';
import type { Policy, TlsPolicy } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { printableText } from '../printable-text.ts';
import type { SpecifySettings } from './settings.ts';
import { specifySuccess } from './specify-success.ts';

const REDIRECT_LIMIT = 3;
const TIMEOUT_SECONDS = 30;

/** How the request is sent, beside what is in it; what a client outside of Tines cannot have (its tunnel, its certificates) is a loss. */
export function specifyPolicy(options: OptionReader, settings: SpecifySettings, notes: Notes): Policy {
  const follow = !options.flag('disable_redirect_follow');
  if (follow) notes.assume('redirect-limit', `Tines is taken to follow at most ${REDIRECT_LIMIT} redirects, as Faraday does.`);
  if (options.flag('use_tunnel')) {
    const text =
      'The request leaves Tines through a tunnel, with the addresses and names of the network behind it; here it leaves from this machine.';
    notes.lose('use_tunnel', text, options.place('use_tunnel'));
  }
  const proxy = specifyProxy(options, settings, notes);
  return {
    redirects: { follow, limit: REDIRECT_LIMIT, keepAuthorization: options.flag('redirect_authorization') },
    tls: specifyTls(options, settings, notes),
    timeoutSeconds: settings.timeoutSeconds ?? specifyTimeout(options, settings, notes),
    ...(proxy === undefined ? {} : { proxy }),
    success: settings.expectStatus ?? specifySuccess(options, notes),
  };
}

function specifyTimeout(options: OptionReader, settings: SpecifySettings, notes: Notes): number {
  const written = options.plain('timeout');
  if (written === undefined) {
    const seconds = settings.timeoutDefault ?? TIMEOUT_SECONDS;
    notes.assume('timeout-default', `Without a timeout Tines is taken to wait ${seconds} seconds.`);
    return seconds;
  }
  const seconds = Number(written);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  const details = { source: options.place('timeout'), hint: 'Write a number of seconds, such as 60.' };
  throw new HarnessError(
    'invalid-option',
    `The option ‹timeout› is ‹${printableText([written])}›, and has to be a number of seconds.`,
    details,
  );
}

function specifyProxy(options: OptionReader, settings: SpecifySettings, notes: Notes): Text | undefined {
  const proxy = options.text('http_proxy_url');
  if (settings.proxy !== undefined) {
    notes.lose(
      'proxy',
      proxy === undefined
        ? 'The request goes through the proxy of --proxy, and from Tines it does not.'
        : 'The request goes through the proxy of --proxy in the place of the one that Tines uses.',
      options.place('http_proxy_url'),
    );
    return [settings.proxy];
  }
  if (proxy !== undefined) {
    const text =
      'Tines sends through a proxy that may not be reachable, or not answer alike, from here; --proxy names another one.';
    notes.lose('http_proxy_url', text, options.place('http_proxy_url'));
  }
  return proxy;
}

function specifyTls(options: OptionReader, settings: SpecifySettings, notes: Notes): TlsPolicy {
  const { caFile, certificateFile, keyFile } = settings;
  if (options.text('custom_certificate_authority_name') !== undefined) {
    const place = options.place('custom_certificate_authority_name');
    if (caFile === undefined) {
      const text = 'The certificate authority is kept in Tines; give its certificate with --cacert.';
      notes.lose('custom_certificate_authority_name', text, place);
    } else
      notes.assume('authority-given', 'The certificate of --cacert is taken to be that of the authority kept in Tines.', place);
  }
  if (options.text('mutual_tls') !== undefined) {
    const place = options.place('mutual_tls');
    if (certificateFile === undefined)
      notes.lose('mutual_tls', 'The client certificate is kept in Tines; give it with --cert and --key.', place);
    else
      notes.assume('client-certificate-given', 'The certificate of --cert is taken to be the one that is kept in Tines.', place);
  }
  if (settings.insecure === true && !options.flag('disable_ssl_verification'))
    notes.lose('insecure', 'Certificates are not checked here (--insecure), and Tines checks them.');
  return {
    verify: !(settings.insecure === true || options.flag('disable_ssl_verification')),
    ...(caFile === undefined ? {} : { caFile }),
    ...(certificateFile === undefined
      ? {}
      : { clientCertificate: { certificateFile, ...(keyFile === undefined ? {} : { keyFile }) } }),
  };
}
