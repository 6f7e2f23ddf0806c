import type { Value, ValueMap } from '../../../model/value.ts';
import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isArray } from '../../values/is-array.ts';
import { textOf } from '../../values/text-of.ts';
import { invalidArgument, objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { lenientBase64Bytes } from '../encoding/base64.ts';
import { bytesArgument, textOfBytes } from '../encoding/bytes.ts';
import { fileObject } from './file-object.ts';
import { gunzip, gzip } from './gzip.ts';
import { unzip } from './unzip.ts';
import { type ZipFile, zip } from './zip.ts';

const category = 'Data Parsing/Conversion';

/** Compressed files and archives, both ways. */
export const archiveFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'GZIP',
      category,
      parameters: 'file_contents',
      summary: 'Text or binary, gzipped.',
      source: documentationPage('GZIP'),
    },
    ([contents], { spend }) => {
      const bytes = bytesArgument('GZIP', contents);
      spend(bytes.length);
      return gzip(bytes);
    },
  ),
  define(
    {
      name: 'GUNZIP',
      category,
      parameters: 'compressed_file_data',
      summary: 'What gzipped binary holds, up to 100 MB.',
      source: documentationPage('GUNZIP'),
    },
    ([data], { spend }) => {
      const contents = gunzip(bytesArgument('GUNZIP', data));
      spend(contents.length);
      return textOfBytes(contents);
    },
  ),
  define(
    {
      name: 'ZIP',
      category,
      parameters: 'contents, ...rest',
      summary: 'A ZIP archive of contents and names in pairs, or of an array of file objects; a last text is the password.',
      source: `${documentationPage('ZIP')}; inferred: the traditional encryption`,
    },
    ([contents, rest], context) => {
      const others = isArray(rest) ? rest : [];
      const { files, password } = isArray(contents)
        ? listed(contents, others, context)
        : paired([contents ?? null, ...others], context);
      if (password === undefined || password === null) return textOfBytes(zip(files));
      return textOfBytes(zip(files, { password: bytesArgument('ZIP', password), randomBytes: context.randomBytes }));
    },
  ),
  define(
    {
      name: 'UNZIP',
      category,
      parameters: 'zip_data, [password]',
      summary: 'The files of a ZIP archive as file objects.',
      source: documentationPage('UNZIP'),
    },
    ([data, password], context) => {
      const key = password === undefined || password === null ? undefined : bytesArgument('UNZIP', password);
      return unzip(bytesArgument('UNZIP', data), key).map(({ path, contents }) => {
        const filename = path.split('/').at(-1) ?? path;
        const file = fileObject({ filename, contentType: 'application/octet-stream', contents }, context);
        return new Map<string, Value>([...file, ['path', path]]);
      });
    },
  ),
];

interface Packing {
  readonly files: readonly ZipFile[];
  readonly password: Value | undefined;
}

function listed(items: readonly Value[], [password]: readonly Value[], context: FunctionContext): Packing {
  return { files: items.map((item) => listedFile(objectArgument('ZIP', item), context)), password };
}

function listedFile(file: ValueMap, context: FunctionContext): ZipFile {
  const contents = file.get('contents');
  const encoded = file.get('base64encodedcontents');
  if ((contents ?? null) === null && (encoded ?? null) === null) {
    throw new FormulaError('evaluation', 'Invalid argument to ZIP, expected file objects with contents or base64encodedcontents');
  }
  const bytes = (contents ?? null) === null ? lenientBase64Bytes(textArgument('ZIP', encoded)) : bytesArgument('ZIP', contents);
  const created = Date.parse(textOf(file.get('created_at') ?? null));
  const modified = Number.isNaN(created) ? context.now : new Date(created);
  context.spend(bytes.length);
  return { name: textArgument('ZIP', file.get('name') ?? file.get('filename')), contents: bytes, modified };
}

function paired(values: readonly Value[], context: FunctionContext): Packing {
  const hasPassword = values.length > 1 && values.length % 2 === 1;
  const pairs = hasPassword ? values.slice(0, -1) : values;
  const files: ZipFile[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const contents = bytesArgument('ZIP', pairs[index]);
    const name = pairs.length === 1 ? 'file' : textArgument('ZIP', pairs[index + 1]);
    if (name === '') throw invalidArgument('ZIP', 'a file name', 'empty Text');
    context.spend(contents.length);
    files.push({ name, contents, modified: context.now });
  }
  return { files, password: hasPassword ? values.at(-1) : undefined };
}
