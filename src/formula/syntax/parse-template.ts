import { FormulaError } from './formula-error.ts';
import { parseFormula, parseFormulaIn } from './parse-formula.ts';
import { parseTag, type Tag, tagAt } from './parse-tag.ts';
import type { Choice, Loop, Template, TemplateNode } from './template.ts';

/**
 * Reads a string of an action's options: a formula where it starts with `=` (a lone `=` is text), else text with pills and tags.
 * Every place is a place in the string. A pill that is no formula, or a tag without its other half, is a FormulaError.
 */
export function parseTemplate(text: string): Template {
  if (text.startsWith('=') && text.trim() !== '=') return { kind: 'formula', expression: parseFormula(text, 1) };
  const reader: Reader = { text, offset: 0 };
  const nodes = parseNodes(reader, 0);
  const { tag } = nodes;
  if (tag !== undefined) throw unexpectedTag(tag);
  return { kind: 'text', nodes: nodes.nodes };
}

interface Reader {
  readonly text: string;
  offset: number;
}

interface Nodes {
  readonly nodes: readonly TemplateNode[];
  /** The tag that ended them; undefined at the end of the text. */
  readonly tag: Tag | undefined;
}

const opening = /<<|<%/g;
const deepest = 100;

function parseNodes(reader: Reader, depth: number): Nodes {
  if (depth > deepest)
    throw new FormulaError('limit', `Tags stand more than ${deepest} levels deep in each other.`, {
      offset: reader.offset,
      length: 2,
    });
  const nodes: TemplateNode[] = [];
  let textStart = reader.offset;
  let search = reader.offset;
  for (;;) {
    opening.lastIndex = search;
    const found = opening.exec(reader.text)?.index ?? reader.text.length;
    const isTag = reader.text[found + 1] === '%';
    if (isTag && !tagAt(reader.text, found)) {
      search = found + 2;
      continue;
    }
    if (found > textStart) nodes.push({ kind: 'text', text: reader.text.slice(textStart, found) });
    if (found >= reader.text.length) return { nodes, tag: undefined };
    if (!isTag) {
      nodes.push(parsePill(reader, found));
    } else {
      const tag = parseTag(reader.text, found);
      reader.offset = tag.end;
      if (tag.word === 'if') nodes.push(parseChoice(reader, tag, depth));
      else if (tag.word === 'for') nodes.push(parseLoop(reader, tag, depth));
      else return { nodes, tag };
    }
    textStart = reader.offset;
    search = reader.offset;
  }
}

function parsePill(reader: Reader, offset: number): TemplateNode {
  const { expression, end } = parseFormulaIn(reader.text, { start: offset + 2, terminator: '>>' });
  reader.offset = end + 2;
  return { kind: 'pill', expression, offset, length: reader.offset - offset };
}

function parseChoice(reader: Reader, first: Tag, depth: number): Choice {
  const branches: Choice['branches'][number][] = [];
  let tag = first;
  for (;;) {
    const { nodes, tag: next } = parseNodes(reader, depth + 1);
    branches.push(tag.expression === undefined ? { nodes } : { condition: tag.expression, nodes });
    if (next === undefined) throw unclosed(first, 'endif');
    if (next.word === 'endif') return { kind: 'choice', branches };
    if (next.word === 'endfor' || tag.word === 'else') throw unexpectedTag(next);
    tag = next;
  }
}

function parseLoop(reader: Reader, tag: Tag, depth: number): Loop {
  const { nodes, tag: next } = parseNodes(reader, depth + 1);
  if (next === undefined) throw unclosed(tag, 'endfor');
  if (next.word !== 'endfor' || tag.expression === undefined) throw unexpectedTag(next);
  return { kind: 'loop', name: tag.name, list: tag.expression, nodes };
}

function unclosed(tag: Tag, closing: string): FormulaError {
  const { offset, length } = tag;
  return new FormulaError('syntax', `‹<%${tag.word}%>› is never closed.`, {
    offset,
    length,
    hint: `Close it with <%${closing}%>.`,
  });
}

function unexpectedTag(tag: Tag): FormulaError {
  const { offset, length } = tag;
  return new FormulaError('syntax', `‹<%${tag.word}%>› stands where it belongs to nothing.`, { offset, length });
}
