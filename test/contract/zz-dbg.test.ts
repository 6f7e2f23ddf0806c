import { test } from 'vitest';
import { hostilePolicy } from './emit-hostile-requests.ts';
import { createBatchSender } from './emit-send-batch.ts';

test('dbg', async () => {
  const sender = await createBatchSender(1);
  for (const headers of [
    ['constructor'],
    ['Constructor'],
    ['CONSTRUCTOR'],
    ['constructor', 'constructor'],
    ['__Proto__'],
    ['__PROTO__'],
    ['__proto__'],
    ['toString', 'toString'],
    ['hasOwnProperty'],
    ['prototype'],
    ['tostring'],
    ['__defineGetter__'],
  ]) {
    const batch = [
      {
        request: {
          method: 'GET',
          url: [sender.servers[0].origin + '/'],
          headers: headers.map((h, i) => [h, [`a${i}`]]),
          body: { kind: 'none' },
          policy: hostilePolicy,
        },
        values: new Map(),
      },
    ];
    const arrivals = await sender.newman(batch, false);
    console.log(headers, JSON.stringify(arrivals[0].map((a) => a.headers)));
  }
  await sender.close();
}, 110000);
