/** Takes a stream apart at a marker that it cannot hold by chance. */
export interface MarkerSplitter {
  /** Takes the next piece of the stream. */
  push(chunk: Buffer): void;
  /** Whether bytes are held back because they could be the beginning of the marker. */
  readonly isHolding: boolean;
  /** Hands out what is held back: no more of the marker will come. */
  release(): void;
}

interface SplitterOptions {
  readonly marker: Buffer;
  /** Takes bytes of a section, counted from 0; never of the marker. */
  readonly onBytes: (bytes: Buffer, section: number) => void;
  /** Called when the marker that ends a section has come. */
  readonly onEnd: (section: number) => void;
}

/** Starts with section 0; every marker ends one. */
export function createMarkerSplitter({ marker, onBytes, onEnd }: SplitterOptions): MarkerSplitter {
  let held: Buffer = Buffer.alloc(0);
  let section = 0;
  const give = (bytes: Buffer): void => {
    if (bytes.length > 0) onBytes(bytes, section);
  };
  return {
    get isHolding() {
      return held.length > 0;
    },
    push(chunk) {
      let rest = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      for (let at = rest.indexOf(marker); at >= 0; at = rest.indexOf(marker)) {
        give(rest.subarray(0, at));
        onEnd(section);
        section += 1;
        rest = rest.subarray(at + marker.length);
      }
      const begun = lengthOfBeginning(rest, marker);
      give(rest.subarray(0, rest.length - begun));
      held = rest.subarray(rest.length - begun);
    },
    release() {
      give(held);
      held = Buffer.alloc(0);
    },
  };
}

/** How many bytes at the end of `bytes` are the beginning of the marker. */
function lengthOfBeginning(bytes: Buffer, marker: Buffer): number {
  for (let length = Math.min(bytes.length, marker.length - 1); length > 0; length -= 1) {
    if (bytes.subarray(-length).equals(marker.subarray(0, length))) return length;
  }
  return 0;
}
