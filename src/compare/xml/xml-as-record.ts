import { parseXml, type XmlNode } from './parse-xml.ts';

type Element = Exclude<XmlNode, string>;

/**
 * An XML document as the object that Tines makes of it (as Rails' `Hash.from_xml`: repeated elements are a list, an element with text is its
 * text), as JSON text. What is not known of Tines' rules is taken from its record: attributes, lists of one, prefixes of names and types count
 * as the record has them. Null where the text is not well-formed, or the record is no object.
 */
export function xmlAsRecord(xml: string, record: unknown): string | null {
  const nodes = isObject(record) ? parseXml(xml) : null;
  return nodes === null ? null : JSON.stringify(members(elementsOf(nodes), record));
}

function members(elements: readonly Element[], record: unknown): unknown {
  const known: Readonly<Record<string, unknown>> = isObject(record) ? record : {};
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const name = nameIn(known, element.name);
    groups.set(name, [...(groups.get(name) ?? []), element]);
  }
  return Object.fromEntries(
    [...groups].map(([name, group]) => {
      const recorded = Object.hasOwn(known, name) ? known[name] : undefined;
      const items = group.map((element, index) => elementValue(element, Array.isArray(recorded) ? recorded[index] : recorded));
      return [name, items.length === 1 && !Array.isArray(recorded) ? items[0] : items];
    }),
  );
}

function elementValue({ attributes = {}, children }: Element, record: unknown): unknown {
  const text = children.filter((child) => typeof child === 'string').join('');
  const elements = elementsOf(children);
  if (elements.length === 0 && !isObject(record)) return scalar(text, record);
  // A list whose items have a name of their own: `type="array"`.
  if (Array.isArray(record)) return elements.map((element, index) => elementValue(element, record[index]));
  const known: Readonly<Record<string, unknown>> = isObject(record) ? record : {};
  const kept = Object.entries(attributes).filter(([name]) => Object.hasOwn(known, name));
  const content = text !== '' && Object.hasOwn(known, '__content__') ? [['__content__', text] as const] : [];
  return { ...Object.fromEntries([...kept, ...content]), ...(members(elements, record) as object) };
}

function scalar(text: string, record: unknown): unknown {
  if (text === '') return typeof record === 'string' || Array.isArray(record) ? record.slice(0, 0) : null;
  if (typeof record === 'number' && Number(text) === record) return record;
  return typeof record === 'boolean' && String(record) === text ? record : text;
}

function nameIn(known: Readonly<Record<string, unknown>>, name: string): string {
  const local = name.slice(name.indexOf(':') + 1);
  return !Object.hasOwn(known, name) && Object.hasOwn(known, local) ? local : name;
}

function elementsOf(nodes: readonly XmlNode[]): readonly Element[] {
  return nodes.filter((node) => typeof node !== 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
