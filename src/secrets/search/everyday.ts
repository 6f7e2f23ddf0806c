/** Values shorter than this are too likely to stand in a text by chance. */
const shortestSearched = 6;

const words =
  'access account active admin administrator application array attachment authorization authorize automatic azure basic bearer boolean bucket ' +
  'cache-control challenge channel charset checklist client closed comment completed confirmed connection content content-length content-type ' +
  'cookie credential credentials database default delete deleted description details diagnoses differences disabled domain east email enabled ' +
  'encoding endpoint error event evidence example expired expires failed filter format gateway global google grant_type header headers https ' +
  'integer internal invalid issuer keep-alive language limited localhost location message method microsoft milliseconds missing modified module ' +
  'monitor network newman number object options organization outcome outcomes password payload permission policy postman private problem ' +
  'production project property protocol public query read reader readonly reason received record redirect region report request required ' +
  'resource response result results schema scheme scope search secret security server service session sha256 signature slack staging standard ' +
  'status story stream string subject success system tenant testing tines tines-compare token transfer-encoding unknown unlimited update updated ' +
  'upload user user-agent username utf-8 value values verdict version webhook website accept accept-encoding application/json ' +
  'application/x-www-form-urlencoded multipart/form-data text/plain text/html client_credentials authorization_code refresh_token access_token ' +
  'client_secret client_id x-api-key api_key api-key apikey us-east-1 us-east-2 us-west-1 us-west-2 eu-west-1 eu-central-1';

const everyday: ReadonlySet<string> = new Set(words.split(' '));

/** True for a value that cannot be searched for without wrecking the text around it: shorter than six characters, an everyday word, one character again and again. */
export function isTooCommon(value: string): boolean {
  return value.length < shortestSearched || everyday.has(value.toLowerCase()) || /^(.)\1*$/su.test(value);
}

/** True for a value that is searched for as a whole word only: a number of up to 15 digits, a word of up to nine letters. */
export function isWordLike(value: string): boolean {
  return /^\d{1,15}$/u.test(value) || /^\p{L}{1,9}$/u.test(value);
}

/** True for part of a text that anybody may write: it lies within the everyday words. */
export function isEverydayText(part: string): boolean {
  return words.includes(part.toLowerCase());
}

/** True for text that looks made by a machine: at least 12 characters without blanks, letters and digits mixed, and no date or version. */
export function looksRandom(value: string): boolean {
  return (
    /^\S{12,}$/u.test(value) &&
    /\p{L}/u.test(value) &&
    /\d/u.test(value) &&
    !/^\d{4}-\d{2}-\d{2}/u.test(value) &&
    !/^[\p{L}/:._-]+\d{1,4}$/u.test(value)
  );
}
