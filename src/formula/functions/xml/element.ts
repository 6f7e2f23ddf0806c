import { FormulaError } from '../../syntax/formula-error.ts';
import { xmlLibrary } from './library.ts';

/** An element as Rails' XmlMini reads it: attributes, children and `__content__` under their names; an array where a name repeats. */
export type XmlElement = ReadonlyMap<string, XmlNode>;
export type XmlNode = string | XmlElement | readonly XmlElement[];

type MutableElement = Map<string, string | XmlElement | XmlElement[]>;

// As Rails' XmlMini.
const deepest = 100;

// XML names cannot begin with a dot: behind one, `constructor` and `__proto__` are names like any other to the library.
const guard = '.';

/**
 * Reads XML into the root element under its name. Names lose their namespace prefix and `-` in them becomes `_`, as in Rails;
 * entities that the document declares stay as written. What is not well-formed, or too deep, is a FormulaError.
 */
export function xmlElement(text: string): XmlElement {
  const root: MutableElement = new Map();
  for (const node of parse(text)) addNode(root, node);
  return root;
}

function parse(text: string): readonly unknown[] {
  const { XMLParser, XMLValidator } = xmlLibrary();
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw malformed(`: ${verdict.err.msg}`, verdict.err.line);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: '#cdata',
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: deepest,
    transformTagName: (name) => guard + name,
    transformAttributeName: (name) => guard + name,
  });
  try {
    const nodes: unknown = parser.parse(text);
    return Array.isArray(nodes) ? nodes : [];
  } catch (error) {
    if (error instanceof Error && error.message.includes('nested')) {
      throw new FormulaError('limit', `Invalid argument to XML_PARSE, elements are nested more than ${deepest} levels deep`);
    }
    throw malformed('');
  }
}

function malformed(why: string, line?: number): FormulaError {
  const place = line === undefined ? '' : ` (line ${line})`;
  return new FormulaError('evaluation', `Invalid argument to XML_PARSE, expected XML text got Text${why.slice(0, 200)}${place}`);
}

function addNode(parent: MutableElement, node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, content] of Object.entries(node)) {
    if (name === '#text') addText(parent, decodeEntities(String(content)));
    else if (name === '#cdata') addText(parent, rawText(content));
    else if (name.startsWith(guard)) add(parent, localName(name), elementOf(content, attributesOf(node)));
  }
}

function elementOf(children: unknown, attributes: object | undefined): XmlElement {
  const element: MutableElement = new Map();
  for (const [name, value] of Object.entries(attributes ?? {})) {
    element.set(normalize(name.replace(/^\.+/, '')), decodeEntities(String(value)));
  }
  for (const child of Array.isArray(children) ? children : []) addNode(element, child);
  const content = element.get('__content__');
  if (element.size > 1 && typeof content === 'string' && content.trim() === '') element.delete('__content__');
  return element;
}

function attributesOf(node: object): object | undefined {
  const attributes: unknown = ':@' in node ? node[':@'] : undefined;
  return typeof attributes === 'object' && attributes !== null ? attributes : undefined;
}

function rawText(content: unknown): string {
  const parts = Array.isArray(content) ? content : [];
  return parts
    .map((part) => (typeof part === 'object' && part !== null && '#text' in part ? String(part['#text']) : ''))
    .join('');
}

function addText(element: MutableElement, text: string): void {
  const before = element.get('__content__');
  element.set('__content__', typeof before === 'string' ? before + text : text);
}

function add(element: MutableElement, name: string, value: XmlElement): void {
  const before = element.get(name);
  if (Array.isArray(before)) before.push(value);
  else if (before === undefined) element.set(name, value);
  else element.set(name, [typeof before === 'string' ? new Map([['__content__', before]]) : before, value]);
}

function localName(name: string): string {
  return normalize(name.replace(/^\.+/, '').replace(/^[^:]*:/, ''));
}

function normalize(name: string): string {
  return name.replaceAll('-', '_');
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));/g, (entity, decimal, hexadecimal, name) => {
    if (name !== undefined) return named.get(name) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
