import { describe, expect, it } from 'vitest';
import { openTenant } from '../../../src/commands/inputs/tenant/access.ts';
import { withTenant } from '../../../src/commands/inputs/tenant/inputs.ts';
import { checkTenantOptions, requireActionId } from '../../../src/commands/inputs/tenant/options.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';

const tenant = 'https://acme.tines.example';

describe('the options of a tenant', () => {
  it('are the same object where no tenant is given', async () => {
    const options = { action: 'a.json', event: ['e.json'] };
    expect((await withTenant(options, fakeSurroundings())).options).toBe(options);
  });

  it('belong together', () => {
    expect(() => checkTenantOptions({ 'action-id': 1 })).toThrow('‹--action-id› needs ‹--tenant›');
    expect(() => checkTenantOptions({ rerun: true })).toThrow('‹--rerun› needs ‹--tenant›');
    expect(() => checkTenantOptions({ tenant, rerun: true, run: 'latest' })).toThrow('exclude each other');
    expect(() => checkTenantOptions({ tenant, 'action-id': 1, rerun: true })).not.toThrow();
  });

  it('name an action by a whole number', () => {
    expect(requireActionId({ 'action-id': 21 })).toBe(21);
    expect(() => requireActionId({ 'action-id': 2.5 })).toThrow('‹2.5› is no id');
    expect(() => requireActionId({})).toThrow('not which of its actions');
  });
});

describe('the way to a tenant', () => {
  it('has the key of --credential, the last one given, before that of the environment', async () => {
    const around = fakeSurroundings({ environment: { TINES_API_KEY: 'general', ONE: 'first', TWO: 'second' } });
    expect((await openTenant({ tenant }, around)).token()).toBe('general');
    const credential = ['tines=env:ONE', 'acme=env:ONE', 'Tines=env:TWO'];
    expect((await openTenant({ tenant, credential }, around)).token()).toBe('second');
  });

  it('is not opened with a key of another name, or to an address that is not safe', async () => {
    const around = fakeSurroundings({ environment: { TINES_CREDENTIAL_TINES: 'x', ACME: 'y' } });
    await expect(openTenant({ tenant, credential: ['acme=env:ACME'] }, around)).rejects.toMatchObject({ code: 'tenant' });
    await expect(openTenant({ tenant: 'http://acme.example' }, around)).rejects.toMatchObject({ code: 'tenant' });
    await expect(openTenant({}, around)).rejects.toMatchObject({ code: 'usage' });
  });

  it('asks for the key where its source is a prompt', async () => {
    const around = fakeSurroundings({ answers: ['typed'] });
    expect((await openTenant({ tenant, credential: ['tines=prompt'] }, around)).token()).toBe('typed');
  });
});
