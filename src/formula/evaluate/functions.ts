import { archiveFunctions } from '../functions/archives/table.ts';
import { arrayFunctions } from '../functions/arrays/table.ts';
import { csvFunctions } from '../functions/csv/table.ts';
import { dateFunctions } from '../functions/dates/table.ts';
import { emailFunctions } from '../functions/email/table.ts';
import { encodingFunctions } from '../functions/encoding/table.ts';
import { encryptionFunctions } from '../functions/encryption/table.ts';
import { hashingFunctions } from '../functions/hashing.ts';
import { htmlFunctions } from '../functions/html/table.ts';
import { jwtFunctions } from '../functions/jwt/table.ts';
import { lambdaFunctions } from '../functions/lambdas/table.ts';
import { logicFunctions } from '../functions/logic.ts';
import { numberFunctions } from '../functions/numbers/table.ts';
import { objectFunctions } from '../functions/objects/table.ts';
import { addressFunctions } from '../functions/parsing/addresses.ts';
import { parsingFunctions } from '../functions/parsing/table.ts';
import { regexFunctions } from '../functions/regex/table.ts';
import { storyFunctions } from '../functions/story.ts';
import { textCaseFunctions } from '../functions/text/case.ts';
import { textSearchFunctions } from '../functions/text/search.ts';
import { textFunctions } from '../functions/text/table.ts';
import { xmlFunctions } from '../functions/xml/table.ts';
import { yamlFunctions } from '../functions/yaml/table.ts';
import type { FunctionEntry, FunctionTable } from './function-entry.ts';
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
