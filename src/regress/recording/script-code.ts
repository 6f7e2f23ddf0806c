/** The part of a recorded script that is the same in every collection: it holds the answer against `expected`. */
export const scriptCode: readonly string[] =
  `const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const memberOf = (member) => {
  const optional = member.endsWith('?');
  const literal = optional ? member.slice(0, -1) : member;
  return { name: literal.endsWith('!') ? literal.slice(0, -1) : literal, optional };
};
const misfits = (shape, value, path) => {
  const here = path === '' ? 'the body' : path;
  if (typeof shape === 'string') {
    const types = shape.split('|');
    const type = typeof value === 'boolean' && !types.includes('boolean') ? String(value) : typeOf(value);
    return shape === 'any' || types.includes(type) ? [] : [here + ' is ' + type + ', not ' + shape];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [here + ' is ' + typeOf(value) + ', not array'];
    return shape.length === 0 ? [] : value.flatMap((item, index) => misfits(shape[0], item, path + '/' + index));
  }
  if (Array.isArray(shape['|'])) {
    return shape['|'].some((one) => misfits(one, value, path).length === 0) ? [] : [here + ' has none of its shapes'];
  }
  if (typeOf(value) !== 'object') return [here + ' is ' + typeOf(value) + ', not object'];
  const members = new Map(Object.entries(value));
  if (shape['*'] !== undefined) return [...members].flatMap(([name, inner]) => misfits(shape['*'], inner, path + '/' + name));
  const found = [];
  for (const [member, inner] of Object.entries(shape)) {
    const { name, optional } = memberOf(member);
    if (members.has(name)) found.push(...misfits(inner, members.get(name), path + '/' + name));
    else if (!optional) found.push(path + '/' + name + ' is missing');
    members.delete(name);
  }
  return [...found, ...[...members.keys()].map((name) => path + '/' + name + ' is new')];
};
const holds = (problems) => {
  if (problems.length > 0) throw new Error(problems.slice(0, 5).join('; '));
};
pm.test('status', () => {
  holds(expected.status.includes(pm.response.code) ? [] : ['the status is ' + pm.response.code + ', not ' + expected.status.join(' or ')]);
});
pm.test('content type', () => {
  const field = pm.response.headers.get('Content-Type');
  const type = field === undefined || field === null ? null : field.split(';')[0].trim().toLowerCase();
  const same = expected.type === undefined || expected.type === type;
  holds(same ? [] : ['the content type is ' + (type === null ? 'not given' : type) + ', not ' + (expected.type === null ? 'absent' : expected.type)]);
});
pm.test('shape of the body', () => {
  const text = (pm.response.stream ? pm.response.stream.toString('utf8') : pm.response.text() || '').replace(/^\\ufeff/, '');
  if (expected.body === 'none') return holds(text === '' ? [] : ['the body is not empty']);
  if (text === '') return holds(['the body is empty']);
  if (expected.body === 'text') return undefined;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return holds(['the body is not JSON']);
  }
  return holds(misfits(expected.body.json, value, ''));
});`.split('\n');
