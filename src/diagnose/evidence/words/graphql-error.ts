/** The first message of a GraphQL answer that has errors and no data; null for any other body. */
export function graphqlError(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('errors' in json) || !Array.isArray(json.errors) || json.errors.length === 0)
    return null;
  const hasData =
    'data' in json &&
    typeof json.data === 'object' &&
    json.data !== null &&
    Object.values(json.data).some((value) => value !== null);
  if (hasData) return null;
  const [first]: readonly unknown[] = json.errors;
  return typeof first === 'object' && first !== null && 'message' in first && typeof first.message === 'string'
    ? first.message
    : '';
}
