import { describe, expect, it } from 'vitest';
import { hidePaths } from '../../../src/bundle/hide-paths.ts';

describe('folders of the user', () => {
  const hide = hidePaths([
    { name: 'home', path: '/home/joe/' },
    { name: 'directory', path: '/home/joe/my work' },
    { name: 'temporary', path: '/tmp' },
    { name: 'root', path: '/' },
    { name: 'windows', path: 'C:\\Users\\Joe' },
  ]);

  it.each([
    ['could not read /home/joe/ca.pem', 'could not read ‹home›/ca.pem'],
    ['/home/joe/my work/a.json and file:///home/joe/my%20work/b', '‹directory›/a.json and file://‹directory›/b'],
    ['/home/joel/x, /data/home/joe.bak/x', '/home/joel/x, /data/home/joe.bak/x'],
    ['/tmp/x and https://api.test/', '/tmp/x and https://api.test/'],
    ['C:\\Users\\Joe\\a, C:/Users/Joe/b', '‹windows›\\a, ‹windows›/b'],
    ["--cacert '/home/joe'", "--cacert '‹home›'"],
  ])('are named in %s', (text, expected) => {
    expect(hide(text)).toBe(expected);
  });
});
