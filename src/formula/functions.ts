import type { FunctionEntry, FunctionTable } from './function-entry.ts';
import { addressFunctions } from './functions/addresses.ts';
import { archiveFunctions } from './functions/archives.ts';
import { arrayFunctions } from './functions/arrays.ts';
import { csvFunctions } from './functions/csv.ts';
import { dateFunctions } from './functions/dates.ts';
import { emailFunctions } from './functions/email.ts';
import { encodingFunctions } from './functions/encoding.ts';
import { encryptionFunctions } from './functions/encryption.ts';
import { hashingFunctions } from './functions/hashing.ts';
import { htmlFunctions } from './functions/html.ts';
import { jwtFunctions } from './functions/jwt.ts';
import { lambdaFunctions } from './functions/lambdas.ts';
import { logicFunctions } from './functions/logic.ts';
import { numberFunctions } from './functions/numbers.ts';
import { objectFunctions } from './functions/objects.ts';
import { parsingFunctions } from './functions/parsing.ts';
import { regexFunctions } from './functions/regex.ts';
import { storyFunctions } from './functions/story.ts';
import { textFunctions } from './functions/text.ts';
import { textCaseFunctions } from './functions/text-case.ts';
import { textSearchFunctions } from './functions/text-search.ts';
import { xmlFunctions } from './functions/xml.ts';
import { yamlFunctions } from './functions/yaml.ts';
import { undocumentedFunctions } from './undocumented-functions.ts';

const entries: readonly FunctionEntry[] = [
  ...addressFunctions,
  ...archiveFunctions,
  ...arrayFunctions,
  ...csvFunctions,
  ...dateFunctions,
  ...emailFunctions,
  ...encodingFunctions,
  ...encryptionFunctions,
  ...hashingFunctions,
  ...htmlFunctions,
  ...jwtFunctions,
  ...lambdaFunctions,
  ...logicFunctions,
  ...numberFunctions,
  ...objectFunctions,
  ...parsingFunctions,
  ...regexFunctions,
  ...storyFunctions,
  ...textCaseFunctions,
  ...textSearchFunctions,
  ...textFunctions,
  ...xmlFunctions,
  ...yamlFunctions,
  ...undocumentedFunctions,
];

/** Every function of the language by its name. */
export const functionTable: FunctionTable = new Map(entries.map((entry) => [entry.name, entry]));
