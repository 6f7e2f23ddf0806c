import { parseXml, type XmlNode } from './parse-xml.ts';

/**
 * An XML document as JSON text that keeps elements, attributes, texts and their order: `{name: text}`, or `{name: [children]}`, with attributes
 * `{name: {"@": …, content: …}}`. Null where it is not well-formed.
 */
export function xmlAsJson(text: string): string | null {
  const nodes = parseXml(text);
  if (nodes === null) return null;
  const simple = nodes.map(simplify);
  return JSON.stringify(simple.length === 1 ? simple[0] : simple);
}

/** Several children, and every child element, stand in a list: one more of them is one more item. */
function simplify(node: XmlNode): unknown {
  if (typeof node === 'string') return node;
  const [first] = node.children;
  const content = node.children.length === 1 && typeof first === 'string' ? first : node.children.map(simplify);
  return { [node.name]: node.attributes === undefined ? content : { '@': node.attributes, content } };
}
