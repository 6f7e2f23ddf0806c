import type { Client } from './outcome.ts';

export type VerdictCode =
  | 'works'
  | 'works-outside'
  | 'tines-only'
  | 'not-tines'
  | 'outside-only'
  | 'fails-differently'
  | 'client-dependent'
  | 'unstable'
  | 'undecided';

export interface Verdict {
  readonly code: VerdictCode;
  /** One sentence a person understands in three seconds. */
  readonly text: string;
  /** What lowers the trust in it: an assumption that mattered, a stale record, a tunnel. */
  readonly lowered: readonly string[];
}

export type CauseCode =
  | 'credential-empty'
  | 'credential-unresolved'
  | 'scheme-missing'
  | 'scheme-doubled'
  | 'scheme-wrong'
  | 'basic-not-encoded'
  | 'basic-double-encoded'
  | 'basic-no-colon'
  | 'basic-url-safe'
  | 'credential-whitespace'
  | 'credential-quoted'
  | 'header-wrong'
  | 'auth-overridden'
  | 'credential-expired'
  | 'credential-not-yet-valid'
  | 'clock-skew'
  | 'credential-rejected'
  | 'wrong-audience'
  | 'wrong-environment'
  | 'permission-missing'
  | 'method-not-allowed'
  | 'method-not-permitted'
  | 'redirect-dropped-authorization'
  | 'redirect-changed-method'
  | 'user-agent-blocked'
  | 'content-type-mismatch'
  | 'charset-rejected'
  | 'payload-as-query'
  | 'leftover-payload'
  | 'pill-stringified'
  | 'query-encoding'
  | 'client-header'
  | 'http-version'
  | 'tls-untrusted'
  | 'tls-client-certificate-required'
  | 'tls-other'
  | 'dns'
  | 'connect'
  | 'timeout'
  | 'private-address'
  | 'rate-limited'
  | 'address-not-allowed'
  | 'credential-domain-restricted'
  | 'test-credential'
  | 'shadowed-credential'
  | 'egress-blocked'
  | 'server-error'
  | 'not-found'
  | 'unexplained';

/** The three causes of the help article; `null` where a cause is none of them. */
export type ArticleCause = 'permission' | 'format' | 'method' | null;

export type Confidence = 'confirmed' | 'likely' | 'possible';

export interface Diagnosis {
  readonly code: CauseCode;
  readonly article: ArticleCause;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  /** The exact text to put into the action, as a pill, and the field it belongs to. */
  readonly fix: string;
  /** The place in the user's file that the fix changes. */
  readonly pointer?: string;
}

export type ChecklistItemCode = 'permissions-and-expiry' | 'format' | 'method' | 'outside-tines';

/** One item of the help article's checklist. */
export interface ChecklistItem {
  readonly item: ChecklistItemCode;
  readonly state: 'ok' | 'problem' | 'unknown';
  readonly why: string;
}

/** One extra request, and what it showed. */
export interface Experiment {
  /** `without the credential`. */
  readonly change: string;
  readonly client: Client;
  /** null where no answer came. */
  readonly status: number | null;
  /** `the action's own answer`, or another experiment's change. */
  readonly sameAs?: string;
}
