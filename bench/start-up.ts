// `export curl` loads neither Newman nor a Postman library: a cold start against `node -e 0`.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { against, interleave, printFigure, timeProcess } from './measure.ts';

const project = process.env.PROJECT ?? '.';
const file = path.join(mkdtempSync(path.join(tmpdir(), 'bench-')), 'action.json');
writeFileSync(
  file,
  JSON.stringify({
    url: 'https://api.example.com/v1/items',
    method: 'get',
    headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' },
  }),
);
const bin = path.join(project, 'dist/bin.js');
const { left, right } = interleave(
  15,
  () => timeProcess(process.execPath, [bin, 'export', 'curl', '--action', file]),
  () => timeProcess(process.execPath, ['-e', '0']),
);
printFigure({ what: 'export curl / node -e 0', ratio: left / right, most: 1.6, note: against(left, right) });
