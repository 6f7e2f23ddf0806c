import { HarnessError } from '../../harness-error.ts';
import { depthLimit } from '../json/read-value.ts';
import { type FileText, sourceAt } from '../json/source-text.ts';

/** A place in Terraform text that moves forward while the text is read. */
export class TerraformCursor {
  readonly file: FileText;
  offset = 0;
  #depth = 0;

  constructor(file: FileText) {
    this.file = file;
  }

  /** The character at the cursor; empty at the end. */
  get next(): string {
    return this.file.text[this.offset] ?? '';
  }

  /** Takes what the sticky pattern matches at the cursor; undefined, and no move, where it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.file.text)?.[0];
    this.offset += match?.length ?? 0;
    return match;
  }

  /** Passes over blanks, line breaks and comments. */
  skipBlanks(): void {
    while (this.take(/\s+/y) !== undefined || this.#skipComment()) {
      // Everything is in the condition.
    }
  }

  /** Passes over blanks and comments up to the end of the line. */
  skipInLine(): void {
    while (this.take(/[ \t]+/y) !== undefined || (this.file.text.startsWith('/*', this.offset) && this.#skipComment())) {
      // Everything is in the condition.
    }
  }

  /** Reads something that may contain itself. @throws HarnessError `too-deep` */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > depthLimit) {
      throw this.error(`Blocks and expressions are nested more than ${depthLimit} levels deep here.`, 'too-deep');
    }
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** The error that says what is wrong at the cursor. */
  error(message: string, code: 'not-json' | 'too-deep' = 'not-json'): HarnessError {
    return new HarnessError(code, message, {
      source: sourceAt(this.file, Math.min(this.offset, this.file.text.length), ''),
      hint: 'Check the file with ‹terraform validate›, or give the JSON of the action.',
    });
  }

  #skipComment(): boolean {
    const { text } = this.file;
    if (this.next === '#' || text.startsWith('//', this.offset)) {
      this.#moveTo(text.indexOf('\n', this.offset));
      return true;
    }
    if (text.startsWith('/*', this.offset)) {
      const end = text.indexOf('*/', this.offset + 2);
      this.#moveTo(end === -1 ? -1 : end + 2);
      return true;
    }
    return false;
  }

  #moveTo(offset: number): void {
    this.offset = offset === -1 ? this.file.text.length : offset;
  }
}
