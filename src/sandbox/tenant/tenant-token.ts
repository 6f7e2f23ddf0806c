/** The made-up API key that the pretend tenant takes. */
export const sandboxTenantToken = 'sandbox-tenant-key-5e1d70c4a9b8';
