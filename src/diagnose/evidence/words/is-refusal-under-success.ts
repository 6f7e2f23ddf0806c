import type { Answer } from '../../answers/answer.ts';

/**
 * True for an answer that says success by its status and error by the first level of its JSON body. Less than what makes an action fail: only a change that
 * is tried has to do better than that.
 */
export function isRefusalUnderSuccess({ json }: Answer): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  return Object.entries(json).some(
    ([name, value]: [string, unknown]) =>
      (/^(?:errors?|error_?(?:code|message|description)|fault)$/i.test(name) && isSomething(value)) ||
      (/^(?:ok|success|succeeded|authenticated|authorized)$/i.test(name) && value === false) ||
      (/^(?:status|result)$/i.test(name) &&
        typeof value === 'string' &&
        /^(?:error|fail(?:ed|ure)?|unauthorized|forbidden|denied)$/i.test(value)) ||
      (/^(?:status|code|status_?code|error_?code)$/i.test(name) && /^40[013]$/.test(String(value))),
  );
}

function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== false && value !== 0 && value !== '';
}
