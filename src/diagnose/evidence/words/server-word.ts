import type { CauseCode } from '../../../model/verdict.ts';

/** What a text of the server says about the failure. `unseen`: it did not find a credential; `blocked`: a firewall speaks; `address`: the sender's address is refused; `misread`: it could not make sense of the credential. */
export interface ServerWord {
  readonly says: CauseCode | 'unseen' | 'misread' | 'blocked' | 'address';
  /** True where the words leave no doubt. */
  readonly certain: boolean;
  /** The server's own text, shortened. It may echo secrets until it is masked. */
  readonly quote: string;
}
