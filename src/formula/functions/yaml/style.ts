import { yamlScalar } from './scalar.ts';

/** How a text is written in YAML. */
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal';

/** Where a text stands: as a simple key it takes one line. */
export interface YamlPlace {
  readonly isSimpleKey: boolean;
}

/** The style in which Psych and libyaml, one after the other, decide to write a text. */
export function yamlStyle(text: string, { isSimpleKey }: YamlPlace): YamlStyle {
  const allowed = allowedStyles(text);
  const wanted = isSimpleKey && allowed.isMultiline ? 'double' : wantedStyle(text);
  if (wanted === 'literal') return allowed.literal && !isSimpleKey ? 'literal' : 'double';
  if (wanted === 'plain' && allowed.plain && text !== '') return 'plain';
  return wanted !== 'double' && allowed.single ? 'single' : 'double';
}

/** Whether a character ends a line in YAML 1.1. */
export function isLineBreak(character: string): boolean {
  return /[\r\n\u0085\u2028\u2029]/.test(character);
}

/** Whether libyaml writes a character as it is. */
export function isPrintable(character: string): boolean {
  return /^[\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(character);
}

// Psych's visit_String: what would be read back as something else is quoted.
function wantedStyle(text: string): YamlStyle {
  if (/\n(?!\n?$)/.test(text)) return 'literal';
  if (['y', 'Y', 'n', 'N'].includes(text)) return 'double';
  if (/(?:^|\n)[^\p{L}\p{M}\p{N}\p{Pc}][^"]*(?:$|\n)/u.test(text)) return 'double';
  const scalar = yamlScalar(text);
  const isText = scalar.kind === 'value' && typeof scalar.value === 'string' && text !== '';
  return isText && !/^0[0-7]*[89]/.test(text) ? 'plain' : 'single';
}

interface AllowedStyles {
  readonly isMultiline: boolean;
  readonly plain: boolean;
  readonly single: boolean;
  readonly literal: boolean;
}

// libyaml's yaml_emitter_analyze_scalar, for block context.
function allowedStyles(text: string): AllowedStyles {
  const hasBreak = /[\r\n\u0085\u2028\u2029]/.test(text);
  const hasSpecial = [...text].some((character) => !isPrintable(character));
  const hasSpaceThenBreak = / [\r\n\u0085\u2028\u2029]/.test(text);
  const hasBreakThenSpace = /[\r\n\u0085\u2028\u2029] /.test(text);
  const isPadded = /^[ \r\n\u0085\u2028\u2029]|[ \r\n\u0085\u2028\u2029]$/.test(text);
  const isUnsafe = hasSpecial || hasSpaceThenBreak;
  return {
    isMultiline: hasBreak,
    plain: !isUnsafe && !hasBreak && !isPadded && !hasIndicator(text),
    single: !isUnsafe && !hasBreakThenSpace,
    literal: text !== '' && !isUnsafe && !text.endsWith(' '),
  };
}

function hasIndicator(text: string): boolean {
  if (/^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[\s\u0085\u2028\u2029]|$))/.test(text)) return true;
  return /:(?:[\s\u0085\u2028\u2029]|$)|[\s\u0085\u2028\u2029]#/.test(text);
}
