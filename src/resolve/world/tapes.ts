/** What a piece of text drew from the sources of chance, so that evaluating it again draws the same. */
interface Tape {
  readonly numbers: number[];
  readonly ids: string[];
}

/** The tapes of every string of an action, by a key that names the string; shared by all evaluations of that action. */
export type Tapes = Map<string, Tape>;

/** Plays a tape from its start; past its end it draws anew and records. */
export class TapePlayer {
  readonly #tape: Tape;
  readonly #sources: { readonly random: () => number; readonly uuid: () => string };
  #number = 0;
  #id = 0;

  constructor(tapes: Tapes, key: string, sources: { readonly random: () => number; readonly uuid: () => string }) {
    const tape = tapes.get(key) ?? { numbers: [], ids: [] };
    tapes.set(key, tape);
    this.#tape = tape;
    this.#sources = sources;
  }

  random(): number {
    return play(this.#tape.numbers, this.#number++, this.#sources.random);
  }

  uuid(): string {
    return play(this.#tape.ids, this.#id++, this.#sources.uuid);
  }
}

function play<T>(recorded: T[], index: number, draw: () => T): T {
  const known = recorded[index];
  if (known !== undefined) return known;
  const fresh = draw();
  recorded.push(fresh);
  return fresh;
}
