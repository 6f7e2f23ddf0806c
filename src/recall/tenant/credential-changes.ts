import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import { readTime } from '../read-time.ts';
import { snakeCase } from '../snake-case.ts';
import { listNewest } from './list-newest.ts';
import type { TenantAccess } from './tenant-access.ts';

/**
 * When each credential that the key may see was changed last, by the name that actions call it; the tenant never shows a value. Only reads.
 * Empty where the key may not list credentials, or the tenant says no dates: nothing is concluded then.
 */
export async function credentialChanges(access: TenantAccess, teamId: string | undefined): Promise<ReadonlyMap<string, Date>> {
  const team = teamId !== undefined && /^\d+$/u.test(teamId) ? `?team_id=${teamId}` : '';
  try {
    const answer = await listNewest(
      { ...access, warn: () => {} },
      { path: `/user_credentials${team}`, key: 'user_credentials', perPage: 500, pages: 2 },
    );
    const list = memberOf(answer, 'user_credentials');
    const changes = new Map<string, Date>();
    for (const item of list?.kind === 'array' ? list.items : []) {
      const name = scalarText(memberOf(item, 'slug')) ?? snakeCase(scalarText(memberOf(item, 'name')) ?? '');
      const at = readTime(scalarText(memberOf(item, 'updated_at')));
      const known = changes.get(name.toLowerCase());
      if (name !== '' && at !== undefined && (known === undefined || known < at)) changes.set(name.toLowerCase(), at);
    }
    return changes;
  } catch (error) {
    if (error instanceof HarnessError) return new Map();
    throw error;
  }
}
