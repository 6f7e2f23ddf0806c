/** An environment as Postman exports it. */
export interface PostmanEnvironment {
  readonly id?: string;
  readonly name: string;
  readonly values: readonly PostmanEnvironmentValue[];
  readonly _postman_variable_scope: 'environment';
}

export interface PostmanEnvironmentValue {
  readonly key: string;
  readonly value: string;
  readonly type: 'secret' | 'default';
  readonly enabled: true;
}
