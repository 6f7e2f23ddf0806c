/** The name of a member as it stands in a shape. */
export function shapeMember(name: string, optional: boolean): string {
  const literal = name === '*' || name === '|' || name === '__proto__' || /[?!]$/u.test(name) ? `${name}!` : name;
  return optional ? `${literal}?` : literal;
}

/** Reads what `shapeMember` writes. */
export function readShapeMember(member: string): { readonly name: string; readonly optional: boolean } {
  const optional = member.endsWith('?');
  const literal = optional ? member.slice(0, -1) : member;
  return { name: literal.endsWith('!') ? literal.slice(0, -1) : literal, optional };
}
