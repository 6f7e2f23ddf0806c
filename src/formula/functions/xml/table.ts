import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { isArray } from '../../values/is-array.ts';
import { objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { xmlElement } from './element.ts';
import { xmlText } from './text.ts';
import { xmlValue } from './value.ts';

const category = 'Data Parsing/Conversion';

/** XML both ways. */
export const xmlFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'XML_PARSE',
      category,
      parameters: 'text',
      summary: 'The object that XML text stands for.',
      source: `${documentationPage('XML_PARSE')}; inferred: attributes, types and repetition as in Rails’ Hash.from_xml`,
    },
    ([text], { spend }) => {
      const xml = textArgument('XML_PARSE', text);
      spend(xml.length);
      return xmlValue(xmlElement(xml));
    },
  ),
  define(
    {
      name: 'TO_XML',
      category,
      parameters: 'object, [root_element_name]',
      summary: 'An object as XML text; the root element is `hash` unless it is named.',
      source: `${documentationPage('TO_XML')}; inferred: arrays, NULL and types as in Rails’ to_xml`,
    },
    ([value, root], { spend }) => {
      const name = root === undefined || root === null ? undefined : textArgument('TO_XML', root);
      const xml = xmlText(isArray(value) ? value : objectArgument('TO_XML', value), name, spend);
      spend(xml.length);
      return xml;
    },
  ),
];
