import { memberOf } from '../../formats/json/member-of.ts';
import type { Json } from '../../model/json.ts';

/** False for an entry that is switched off in Postman. */
export function isOn(entry: Json): boolean {
  const disabled = memberOf(entry, 'disabled');
  const enabled = memberOf(entry, 'enabled');
  return !(disabled?.kind === 'boolean' && disabled.value) && !(enabled?.kind === 'boolean' && !enabled.value);
}
