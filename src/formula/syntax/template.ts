import type { Expression, Place } from './expression.ts';

/** A string of an action's options as its author wrote it. */
export type Template =
  /** `=…`: the whole value is a formula; the result keeps its type. */
  | { readonly kind: 'formula'; readonly expression: Expression }
  /** Text with pills and tags in it; the result is text. */
  | { readonly kind: 'text'; readonly nodes: readonly TemplateNode[] };

export type TemplateNode = Text | Pill | Choice | Loop;

interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** `<<formula>>`; the place covers the brackets. */
export interface Pill extends Place {
  readonly kind: 'pill';
  readonly expression: Expression;
}

/** `<%if …%>…<%elseif …%>…<%else%>…<%endif%>`; the last branch may have no condition. */
export interface Choice {
  readonly kind: 'choice';
  readonly branches: readonly { readonly condition?: Expression; readonly nodes: readonly TemplateNode[] }[];
}

/** `<%for name in list%>…<%endfor%>` */
export interface Loop {
  readonly kind: 'loop';
  readonly name: string;
  readonly list: Expression;
  readonly nodes: readonly TemplateNode[];
}
