const TEMPLATE = /<<\s*\.?[A-Za-z_][^<>]*>>|\{\{[^{}]*\}\}|\{%[^{}]*%\}/;
const REFERENCE = /^[<{[($%"']*(?:CREDENTIAL|RESOURCE|GLOBAL_RESOURCE)\.[A-Za-z_][\w.-]*[>}\])%"']*$/;
/** As documentation writes what one has to fill in: `<your token>`, `{api_key}`, `${API_TOKEN}`. */
const PLACEHOLDER = /^(?:<[a-z _-]+>|\$?\{[a-z _-]+\}|\$[A-Z_]+|%[A-Z_]+%)$/i;
const CREDENTIAL = /token|key|password|secret|credential/i;

/** True for a value with a pill or a Liquid tag in it. */
export function isTemplate(value: string): boolean {
  return TEMPLATE.test(value);
}

/** True for a value that is the name of a credential in the place of one: a pill without its marks, or what documentation writes for one. */
export function isNameOfCredential(secret: string): boolean {
  const name = secret.trim();
  return REFERENCE.test(name) || (PLACEHOLDER.test(name) && CREDENTIAL.test(name));
}
