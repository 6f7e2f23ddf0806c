import { invalidRegex } from './error.ts';

/** Reads a pattern from left to right, one code point at a time. */
export class RegexReader {
  readonly pattern: string;
  position = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get done(): boolean {
    return this.position >= this.pattern.length;
  }

  /** The next character without taking it; empty at the end. */
  peek(): string {
    const codePoint = this.pattern.codePointAt(this.position);
    return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
  }

  /** Takes the next character; at the end the pattern is wrong for the reason given. */
  next(reasonAtEnd: string): string {
    const character = this.peek();
    if (character === '') throw invalidRegex(reasonAtEnd);
    this.position += character.length;
    return character;
  }

  /** Takes `text` if it comes next. */
  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  /** Takes what the sticky expression matches here, and gives the match. */
  takeMatch(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.position;
    const match = sticky.exec(this.pattern);
    if (match !== null) this.position += match[0].length;
    return match;
  }
}
