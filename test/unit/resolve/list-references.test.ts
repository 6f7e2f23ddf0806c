import { expect, it } from 'vitest';
import { listReferences } from '../../../src/resolve/references/list-references.ts';
import { referenceText } from '../../../src/resolve/references/reference.ts';
import { actionOf } from './resolve-world.ts';

function list(options: Record<string, unknown>, inputs: Record<string, unknown> = {}): readonly string[] {
  return listReferences(actionOf(options, inputs)).map(
    (reference) => `${reference.kind} ${referenceText(reference)} ${reference.source?.pointer}`,
  );
}

it.each([
  [{ url: 'https://<<RESOURCE.dom>>/<<a.b["c d"][0].e>>' }, ['resource RESOURCE.dom /url', 'data a.b.c d.0.e /url']],
  [
    { url: '<<.CREDENTIAL.jira.email>>', payload: '=CREDENTIAL.acme' },
    ['credential CREDENTIAL.jira.email /url', 'credential CREDENTIAL.acme /payload'],
  ],
  [{ url: '=MAP_LAMBDA(list, LAMBDA(x, x.y & other.z)) |> %[0]' }, ['data list /url', 'data other.z /url']],
  [{ url: '=a[b.c].d' }, ['data a /url', 'data b.c /url']],
  [{ url: '<%for x in l.m%><<x.y>><<z>><%endfor%>' }, ['data l.m /url', 'data z /url']],
  [{ url: '<<LOCAL.x>>', local: { x: '<<LOCAL.y>><<a>>', y: '<<b>>', unused: '<<c>>' } }, ['data b /local/y', 'data a /local/x']],
  [{ url: '<<LOCAL.gone>><<INPUT.gone>>' }, ['data LOCAL.gone /url', 'input INPUT.gone /url']],
  [
    { url: '{{ .a.b[0].c | default: .d.e }}{% credential My-Key %}{% if f.g contains "h.i" %}{{ .CREDENTIAL.k }}{% endif %}' },
    ['data a.b.0.c /url', 'data d.e /url', 'credential CREDENTIAL.my_key /url', 'data f.g /url', 'credential CREDENTIAL.k /url'],
  ],
  [{ url: '{{ v }}{{ w }}', placeholders: ['{% capture v %}{{ .a }}{% endcapture %}'] }, ['data a /placeholders', 'data w /url']],
  [{ url: '<<STORY_RUN_GUID()>>' }, ['data META.story_run.guid /url']],
  [{ url: 'u', customize_output: '<<x>>', payload: '<<not a formula>>' }, []],
])('%j', (options, expected) => {
  expect(list(options)).toEqual(expected);
});

it('follows the inputs that are used', () => {
  expect(list({ url: '<<INPUT.my_input>>' }, { 'My input?': '=CREDENTIAL.acme', Other: '<<x>>' })).toEqual([
    'credential CREDENTIAL.acme /inputs/My input?',
  ]);
});

it('tells the place inside of the string', () => {
  expect(listReferences(actionOf({ url: 'ab<<c.d>>' }))[0]?.within).toEqual({ offset: 4, length: 3 });
});
