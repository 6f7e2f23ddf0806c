/**
 * A value that artifacts name and never contain: a credential, or what a pill made out of one.
 * Two variables with the same name stand for the same value.
 */
export interface Variable {
  /** `acme` for `CREDENTIAL.acme`; lower case, letters, digits and `_`; unique in one resolved action. */
  readonly name: string;
  /** The references it was made from: `['CREDENTIAL.acme']`. */
  readonly from: readonly string[];
  /** What is done to the value before it is put in its place, innermost first; empty where it stands as it is. */
  readonly encodings: readonly Encoding[];
  /** Present on a composed variable (`user:` and a password, for Basic): its value is this text's, before the encodings. */
  readonly of?: Text;
}

/**
 * `json`: escaped for the inside of a JSON string · `form`: as Faraday escapes a form or query component ·
 * `base64`: standard alphabet, padded, no line breaks · `xml`: escaped for XML text.
 */
export type Encoding = 'json' | 'form' | 'base64' | 'xml';

/** A string in which secrets are named variables; adjacent strings are joined, empty strings left out. */
export type Text = readonly (string | Variable)[];

/** A string of the resolved action: text, or bytes that are not valid UTF-8 (the contents of a file). */
export type ResolvedText = Text | Uint8Array;

/** The values behind the variables' names. Only `run/` and the Redactor read it; it is never printed or written. */
export type SecretValues = ReadonlyMap<string, string>;
