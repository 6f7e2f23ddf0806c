/** The part of the text that an expression was read from, in UTF-16 units. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

export type BinaryOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'AND' | 'OR' | '+' | '-' | '*' | '/' | '&';

/** A formula as a tree. Places are kept for messages; two trees that differ only in them mean the same. */
export type Expression = Place &
  (
    | { readonly kind: 'literal'; readonly value: null | boolean | string | bigint | number }
    /** A top-level name: event data, a reserved name, or a LAMBDA's parameter. */
    | { readonly kind: 'name'; readonly name: string }
    /** `target.key` */
    | { readonly kind: 'member'; readonly target: Expression; readonly key: string }
    /** `target[index]` */
    | { readonly kind: 'index'; readonly target: Expression; readonly index: Expression }
    | Call
    | { readonly kind: 'array'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: Expression])[] }
    | { readonly kind: 'lambda'; readonly parameters: readonly string[]; readonly body: Expression }
    | { readonly kind: 'negation'; readonly operand: Expression }
    | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'pipe'; readonly left: Expression; readonly right: Expression }
    /** `%`: the left side of the pipe around it. */
    | { readonly kind: 'placeholder' }
  );

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly positional: readonly Expression[];
  readonly named: readonly (readonly [name: string, value: Expression])[];
}
