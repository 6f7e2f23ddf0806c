import { createRequire } from 'node:module';

type XmlLibrary = typeof import('fast-xml-parser');

/** An element with its attributes and children in order, or a text. */
export type XmlNode =
  | string
  | {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>> | undefined;
      readonly children: readonly XmlNode[];
    };

// Loaded only when an XML body is met: it costs more start-up time than everything else here.
const load = createRequire(import.meta.url);

/**
 * The nodes of an XML document; comments, instructions and white space between elements are dropped, nothing is converted but references to
 * characters and known entities. Null where it is not well-formed.
 */
export function parseXml(text: string): readonly XmlNode[] | null {
  const { XMLParser, XMLValidator } = load('fast-xml-parser') as XmlLibrary;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: true,
      ignoreDeclaration: true,
      ignorePiTags: true,
      htmlEntities: true,
      attributeNamePrefix: '',
    });
    return nodesOf(parser.parse(text));
  } catch {
    return null;
  }
}

/** `[{name: [...], ":@": {...}}]`, as the parser gives it; texts next to each other (CDATA) are one. */
function nodesOf(nodes: readonly Readonly<Record<string, unknown>>[]): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name === '#text') {
      const last = found.at(-1);
      if (typeof last === 'string') found.pop();
      found.push(`${typeof last === 'string' ? last : ''}${String(node[name])}`);
      continue;
    }
    found.push({
      name,
      attributes: node[':@'] as Readonly<Record<string, string>> | undefined,
      children: nodesOf(node[name] as readonly Readonly<Record<string, unknown>>[]),
    });
  }
  return found;
}
