import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { joinTexts } from '../working/slice-text.ts';
import { joinUrl, splitUrl } from '../working/url-parts.ts';

/** The request with a query parameter set to an encoded value, in its place, else at the end. */
export function replaceParameter(request: RequestSpec, name: string, value: Text): RequestSpec {
  const { base, parameters } = splitUrl(request.url);
  const text = joinTexts(`${encodeURIComponent(name)}=`, value);
  const isThere = parameters.some((parameter) => parameter.name === name);
  const changed = isThere
    ? parameters.map((parameter) => (parameter.name === name ? { text } : parameter))
    : [...parameters, { text }];
  return { ...request, url: joinUrl({ base, parameters: changed }) };
}
