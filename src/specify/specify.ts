import type { ResolvedAction } from '../model/action.ts';
import type { RequestSpec, Specification } from '../model/request-spec.ts';
import { chooseContentType } from './body/choose-content-type.ts';
import { specifyBody } from './body/specify-body.ts';
import { authorize } from './headers/authorize.ts';
import { specifyHeaders } from './headers/specify-headers.ts';
import { userHeaders } from './headers/user-headers.ts';
import { createNotes } from './notes.ts';
import { type OptionReader, optionReader } from './option-reader.ts';
import type { SpecifySettings } from './policy/settings.ts';
import { specifyMethod } from './policy/specify-method.ts';
import { specifyPolicy } from './policy/specify-policy.ts';
import type { ParameterStyle } from './query/parameter-encoder.ts';
import { specifyQueryPayload } from './query/specify-query-payload.ts';
import { specifyUrl } from './url/specify-url.ts';
import { warnOfOptions } from './warn-of-options.ts';

/** Methods whose payload goes into the query. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'TRACE']);

/**
 * The request that Tines would send for a resolved action, every inferred rule that shaped it as an assumption. An action that Tines could
 * not send either (no address, a header that HTTP does not allow) is a HarnessError with its place.
 */
export function specify(resolved: ResolvedAction, settings: SpecifySettings = {}): Specification {
  const notes = createNotes();
  const options = optionReader(resolved);
  const method = specifyMethod(options, notes);
  const style = parameterStyle(options);
  const hasBody = !WITHOUT_BODY.has(method);
  warnOfOptions(options, { notes, hasBody });
  const { url, userInfo } = specifyUrl(
    options,
    { payload: hasBody ? [] : specifyQueryPayload(options, style, notes), style },
    notes,
  );
  const written = userHeaders(options, notes);
  const contentType = chooseContentType(options, written, notes);
  const source = options.place('payload');
  const body = specifyBody({ payload: hasBody ? options.value('payload') : undefined, contentType, style, source }, notes);
  if (method === 'DELETE' && body.kind !== 'none') {
    notes.assume('delete-body', 'Tines is taken to send the payload of a DELETE as a body, as it does for POST.', source);
  }
  const { user, authorization, signature } = authorize(options, { resolved, settings, user: written, userInfo }, notes);
  const headers = specifyHeaders(options, { user, contentType, body, authorization }, notes);
  const request: RequestSpec = { method, url, headers, body, policy: specifyPolicy(options, settings, notes), ...signature };
  return { request, assumptions: notes.assumptions, warnings: notes.warnings, losses: notes.losses };
}

function parameterStyle(options: OptionReader): ParameterStyle {
  if (options.flag('disable_url_encoding')) return 'verbatim';
  return options.plain('params_encoder')?.toLowerCase() === 'flat' ? 'flat' : 'nested';
}
