import type { Description } from './describe-json.ts';

const actionHint = 'Copy the HTTP Request action on the storyboard, or export its story, and give that file.';

/** What text that is not JSON is instead, where its beginning tells. */
export function describeText(text: string): Description | undefined {
  const beginning = text.slice(0, 400).trimStart();
  if (/^(?:\$\s*)?curl(?:\.exe)?\s/.test(beginning)) {
    return { what: 'a cURL command', hint: `Give it with --working to compare an action with it. ${actionHint}` };
  }
  if (/^(?:<!doctype html|<html)/i.test(beginning)) {
    return { what: 'an HTML page', hint: `It may be a sign-in page that was saved in place of the answer. ${actionHint}` };
  }
  if (/^<(?:\?xml|[A-Za-z])/.test(beginning)) {
    return { what: 'XML', hint: actionHint };
  }
  if (/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP\//.test(beginning) || /^HTTP\/\d/.test(beginning)) {
    return { what: 'an HTTP message', hint: actionHint };
  }
  if (beginning.startsWith('PK\u0003\u0004')) {
    return { what: 'a ZIP archive', hint: 'Unpack it and give the JSON file that is in it.' };
  }
  return undefined;
}
