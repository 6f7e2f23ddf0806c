type Kind = 'syntax' | 'evaluation' | 'undefined-function' | 'unsupported' | 'limit';

/** What to do about an error, by the words of its message; the first line that fits counts. */
const hints: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/got Null$/, 'The value is missing: check its name and its path, or give a fallback with DEFAULT(value, fallback).'],
  [/must be a lambda/, 'Write what to do with each element as LAMBDA(item, …).'],
  [
    /expected (?:a )?date/,
    'Write a date such as 2024-05-31T12:00:00Z or “tomorrow at noon”, or give seconds since 1970; DATE_PARSE reads others by a format.',
  ],
  [/timezone of the tz database/, 'Name a zone such as Europe/Dublin or America/New_York, or an offset such as +02:00.'],
  [
    /^Invalid regular expression/,
    'Patterns are those of Ruby. A character that means something, such as ( [ * + ?, stands for itself behind a backslash.',
  ],
  [/^Regular expression stopped/, 'Write the pattern so that fewer ways lead to a match, or give it less text.'],
  [/Outlook message/, 'Give the bytes of the file: BASE64_DECODE(file.contents).'],
  [
    /expected base64/,
    'Check that the text is complete and has nothing around it; strict: FALSE passes over line breaks and wrong padding.',
  ],
  [/expected a URL/, 'Write the URL with its scheme; URL_ENCODE(…) makes spaces and other characters fit for it.'],
  [/IP address|CIDR/, 'Write an address such as 10.0.0.1, and a range such as 10.0.0.0/8.'],
  [/divide by zero/, 'Ask first whether the divisor is 0, with IF, or give a fallback with IF_ERROR.'],
  [
    /^This is not JSON/,
    'Look at that place in the text: JSON has double quotes, no comma before a closing bracket, and null, true and false in small letters.',
  ],
  [/The \S+ operator only accepts/, 'Only text that is a number as a whole counts as one. Join texts with &, not with +.'],
  [
    /^Could not compare/,
    'Make one type of both: NUMBER(…) for numbers, TEXT(…) for text. A missing value has no order: give it one with DEFAULT(…).',
  ],
  [/^Could not loop over/, 'Loop over an array; VALUES(…) and KEYS(…) make one of an object, SPLIT(…) of text.'],
  [/did you mean to write/, 'A function is called with parentheses, even without arguments.'],
  [
    /expected pairs/,
    'After the first argument come a value and its result in turn, and a result for all other cases at the end.',
  ],
  [
    /expected .*(?:array|object).* got Text$/,
    'Text that is JSON becomes a value with JSON_PARSE(…), other text an array with SPLIT(…).',
  ],
  [/expected .*array.* got Object$/, 'VALUES(…) and KEYS(…) make an array of an object; [value] is an array of one.'],
  [
    /expected .*object.* got Array$/,
    'Take one element of the array, such as list[0], or go through all of them with MAP_LAMBDA.',
  ],
  [/expected number got/, 'Text counts as a number only where it is one as a whole, such as "12.5"; NUMBER(…) converts it.'],
  [/expected text got (?:Object|Array)$/, 'TO_JSON(…) makes text of it; or take the one member of it that is text.'],
  [/expected text got binary data$/, 'BASE64_ENCODE(…) makes text of binary data.'],
  [/^A LAMBDA has no text/, 'Give the LAMBDA to a function such as MAP_LAMBDA or FILTER.'],
  [/^The formula is empty/, 'Write a value, a reference such as my_action.body, or a call such as UPCASE(my_action.name).'],
  [/stands for the left side of a pipe/, 'Write value |> FUNCTION(%). The rest of a division is MODULO(a, b).'],
  [/^`==`/, 'Write a single =.'],
];

const hintOfKind: Readonly<Record<Kind, string>> = {
  syntax: 'How formulas are written is said at https://www.tines.com/docs/formulas/.',
  evaluation: 'Look at the values that it is given: evaluate its parts one by one.',
  'undefined-function':
    'Names of functions are written in capitals; all are listed at https://www.tines.com/docs/formulas/functions/.',
  unsupported: 'Put the value that it gives in Tines into the data in its place.',
  limit: 'Give it less data, or data that is nested less deep.',
};

/** The hint for an error whose thrower gives none; it quotes nothing of the data. */
export function generalHint(kind: Kind, message: string): string {
  return hints.find(([pattern]) => pattern.test(message))?.[1] ?? hintOfKind[kind];
}
