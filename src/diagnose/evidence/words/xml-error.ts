const ROOT = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?([\w.-]+)([^<>]*)>/;
const ERROR = /^(?:errors?|error_?response|api_?error|fault|exception|exception_?report)$/i;
const STATE = /\b(?:status|stat|result)\s*=\s*["'](?:error|fail(?:ed|ure)?|unauthorized|denied)["']/i;
const MESSAGES: readonly RegExp[] = [
  /<(?:[\w.-]+:)?(?:faultstring|text|message|msg|description|detail|reason)\b[^<>]*>\s*([^<>]*\S)\s*</i,
  /\b(?:msg|message|reason|description)\s*=\s*"([^"]+)"/i,
  />\s*([^<>]*[A-Za-z]{3}[^<>]*?)\s*</,
];

/** The message of an XML body that is an error by its root: a fault of SOAP, an element for errors, or a state that says so; an empty text where it gives none; null for any other body. */
export function xmlError(text: string): string | null {
  const [, root = '', attributes = ''] = ROOT.exec(text) ?? [];
  const isFault = isSoapFault(text);
  if (!isFault && !ERROR.test(root) && !STATE.test(attributes)) return null;
  const found = MESSAGES.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0];
  return found === undefined && !isFault && !STATE.test(attributes) ? null : (found ?? '');
}

/** True for an envelope of SOAP 1.1 or 1.2 that holds a fault. */
export function isSoapFault(text: string): boolean {
  return /^(?:[\w.-]+:)?envelope$/i.test(ROOT.exec(text)?.[1] ?? '') && /<(?:[\w.-]+:)?Fault\b/.test(text);
}
