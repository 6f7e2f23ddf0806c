import type { Answer } from '../../answers/answer.ts';

const STATUS_AS_HEADING = /<(?:title|h1)[^<>]*>\s*(?:error:?\s*)?[45]\d\d\b/i;
const LONGEST = 2000;

/** True for the page that a web server shows by itself (nginx, Apache, lighttpd, HAProxy, IIS): short HTML whose title or heading is the status. */
export function isServerPage({ text }: Pick<Answer, 'text'>): boolean {
  return text !== null && text.length <= LONGEST && STATUS_AS_HEADING.test(text) && !/<(?:input|form|script)\b/i.test(text);
}
