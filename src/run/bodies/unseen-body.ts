import type { Body } from '../../model/outcome.ts';

/** Stands for the body of a redirect, which neither client hands out: empty, and marked as incomplete. */
export const UNSEEN_BODY: Body = {
  bytes: new Uint8Array(),
  size: 0,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  incomplete: true,
};
