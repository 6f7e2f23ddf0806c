import type { Value } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { lenientBase64Bytes } from '../encoding/base64.ts';
import { textOfBytes } from '../encoding/bytes.ts';
import type { XmlElement, XmlNode } from './element.ts';

/**
 * The value that Rails' `Hash.from_xml` makes of an element: `type` attributes are obeyed, an element with text is its text
 * (its attributes are lost), an empty one is NULL. The types `symbol` and `yaml` are a FormulaError, as in Rails.
 */
export function xmlValue(node: XmlNode): Value {
  if (typeof node === 'string') return node;
  return isMany(node) ? node.map(xmlValue) : elementValue(node);
}

function isMany(node: XmlNode): node is readonly XmlElement[] {
  return Array.isArray(node);
}

function elementValue(element: XmlElement): Value {
  const type = attribute(element, 'type');
  if (type === 'symbol' || type === 'yaml') {
    throw new FormulaError('evaluation', `Invalid argument to XML_PARSE, disallowed type attribute: ${type}`);
  }
  if (type === 'array') return arrayValue(element);
  const content = attribute(element, '__content__');
  if (content !== undefined && (element.size === 1 || content.trim() !== '')) return contentValue(content, element);
  if (attribute(element, 'nil') === 'true') return null;
  if (type === 'string') return '';
  if (element.size === 0 || (type !== undefined && element.size === 1)) return null;
  return new Map([...element].map(([name, child]) => [name, xmlValue(child)]));
}

function arrayValue(element: XmlElement): Value {
  const entries = [...element.values()].find((child) => typeof child !== 'string');
  if (entries === undefined || typeof entries === 'string') return [];
  return isMany(entries) ? entries.map(elementValue) : [elementValue(entries)];
}

function contentValue(content: string, element: XmlElement): Value {
  switch (attribute(element, 'type')) {
    case 'integer':
      return BigInt(/^\s*([+-]?\d+)/.exec(content)?.[1]?.replace('+', '') ?? '0');
    case 'float':
    case 'double':
    case 'decimal':
      return Number(/^\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(content)?.[1] ?? '0');
    case 'boolean':
      return ['1', 'true'].includes(content.trim());
    case 'datetime':
    case 'dateTime':
      return instant(content);
    case 'base64Binary':
    case 'file':
      return textOfBytes(lenientBase64Bytes(content));
    case 'hexBinary':
      return textOfBytes(Uint8Array.from(Buffer.from(content, 'hex')));
    case 'binary':
      return attribute(element, 'encoding') === 'base64' ? textOfBytes(lenientBase64Bytes(content)) : content;
    default:
      return content;
  }
}

function instant(text: string): string {
  const milliseconds = Date.parse(text.trim());
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString();
}

function attribute(element: XmlElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' ? value : undefined;
}
