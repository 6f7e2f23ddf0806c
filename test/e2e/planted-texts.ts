import { plantedSecrets, tellingParts } from '../unit/secrets/planted-secrets.ts';
import { spellings } from '../unit/secrets/spellings.ts';

/** Every planted secret in every spelling. */
export const plantedTexts: readonly (readonly [what: string, text: string])[] = plantedSecrets.flatMap((secret) =>
  tellingParts(secret).flatMap((part) =>
    Object.entries(spellings).map(([spelling, spell]) => [`${secret.label} ${spelling}`, spell(part)] as const),
  ),
);

/** The value of a planted secret. */
export function planted(name: string): string {
  const value = plantedSecrets.find(({ label }) => label === `CREDENTIAL.${name}`)?.value;
  if (value === undefined) throw new Error(`nothing is planted as ${name}`);
  return value;
}
