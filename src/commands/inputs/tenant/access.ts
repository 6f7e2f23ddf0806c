import { setTimeout as wait } from 'node:timers/promises';
import type { Options } from '../../../cli/options.ts';
import type { Surroundings } from '../../../cli/terminal/terminal.ts';
import { HarnessError } from '../../../harness-error.ts';
import { parseJson } from '../../../parse/json/parse-json.ts';
import type { TenantAccess } from '../../../recall/tenant/tenant-access.ts';
import { tenantOrigin } from '../../../recall/tenant/tenant-origin.ts';
import { slug } from '../../../ruby/slug.ts';
import { readCredential } from '../../../secrets/credential-source.ts';
import { createRedactor } from '../../../secrets/redactor.ts';
import { hideInJson } from '../hide-in-json.ts';

/**
 * The way to the tenant of `--tenant`, with the API key of `--credential tines=SOURCE`, else of TINES_API_KEY; asks nothing of it yet.
 * @throws HarnessError where the address is none of a tenant, or no key is given.
 */
export async function openTenant(options: Options, surroundings: Surroundings): Promise<TenantAccess> {
  const { tenant } = options;
  if (tenant === undefined) {
    throw new HarnessError('usage', 'no tenant was given', { hint: 'write --tenant https://YOUR-TENANT.tines.com' });
  }
  tenantOrigin(tenant);
  const key = await readKey(options, surroundings);
  const redactor = createRedactor([{ label: 'the API key', value: key.trim() }]);
  return {
    tenant,
    token: () => key,
    signal: surroundings.signal,
    warn: (message) => surroundings.terminal.tell(`warning: ${message}`),
    sleep: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, { signal });
    },
    parseJson: (text, file) => hideInJson(parseJson(text, file), text, redactor),
    redact: redactor.redact,
  };
}

async function readKey({ credential = [] }: Options, { environment, terminal, signal }: Surroundings): Promise<string> {
  const given = credential.findLast((assignment) => slug(assignment.split('=', 1)[0] ?? '') === 'tines');
  if (given !== undefined) {
    return readCredential('tines', given.slice(given.indexOf('=') + 1), {
      environment,
      ask: terminal.askHidden,
      warn: (message) => terminal.tell(`warning: ${message}`),
      signal,
    });
  }
  const { TINES_API_KEY: key = '' } = environment;
  if (key !== '') return key;
  throw new HarnessError('tenant', 'no API key for the tenant was given', {
    hint: 'export TINES_API_KEY=…, or write --credential tines=env:VAR, tines=file:PATH, tines=cmd:COMMAND or tines=prompt',
  });
}
