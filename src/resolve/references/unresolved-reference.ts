import { FormulaError } from '../../formula/syntax/formula-error.ts';
import { type Reference, referenceText } from './reference.ts';

/** A reference to something that no one supplied. A FormulaError, so that IF_ERROR can catch it and the evaluator says where. */
export class UnresolvedReference extends FormulaError {
  readonly reference: Pick<Reference, 'kind' | 'name'>;

  constructor(reference: Pick<Reference, 'kind' | 'name'>) {
    super('evaluation', `‹${referenceText(reference)}› has no value here.`, { hint: waysToSupply(reference) });
    this.reference = reference;
  }
}

/** Every way to supply the value, as a sentence. */
function waysToSupply({ kind, name }: Pick<Reference, 'kind' | 'name'>): string {
  const otherwise = '--allow-unresolved sends the empty text, as Tines does.';
  switch (kind) {
    case 'credential':
      return (
        `Give it with --credential ${name}=env:VARIABLE (or file:PATH, cmd:COMMAND, prompt), in a file with --credentials FILE, ` +
        `or in the environment as TINES_CREDENTIAL_${name.toUpperCase()}. ${otherwise}`
      );
    case 'resource':
      return `Give it with --resource ${name}=VALUE, with --resources FILE, or with --data FILE as {"RESOURCE": {"${name}": …}}. ${otherwise}`;
    case 'input':
      return `Give it with --data FILE as {"INPUT": {"${name}": …}}, or use the export of the story, which holds the inputs. ${otherwise}`;
    case 'data':
      return `Give it with --event FILE (an event that Tines recorded), or with --data FILE as ${nested(name)}. ${otherwise}`;
  }
}

/** `META.tenant` as `{"META": {"tenant": …}}`. */
function nested(name: string): string {
  return name.split('.').reduceRight((inner, key) => `{"${key}": ${inner}}`, '…');
}
