import { createRequire } from 'node:module';

type XmlLibrary = typeof import('fast-xml-parser');

// Loaded only when an XML body is met: it costs more start-up time than everything else here.
const load = createRequire(import.meta.url);

/**
 * An XML document as JSON text that keeps elements, attributes, texts and their order; comments and white space between elements
 * are dropped, nothing is converted, no entity beyond XML's own five is expanded. Null where it is not well-formed.
 */
export function xmlAsJson(text: string): string | null {
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
      attributeNamePrefix: '',
    });
    return JSON.stringify(simplify(parser.parse(text)));
  } catch {
    return null;
  }
}

/** `[{name: [...], ":@": {...}}]` → `{name: [...]}` with attributes under `@`; several children stay a list. */
function simplify(nodes: unknown): unknown {
  if (!Array.isArray(nodes)) return nodes;
  const children = nodes.map((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name === '#text') return node[name];
    const attributes = node[':@'];
    const inside = simplify(node[name]);
    return { [name]: attributes === undefined ? inside : { '@': attributes, content: inside } };
  });
  return children.length === 1 ? children[0] : children;
}
