/** A Postman collection of version 2.1 with a request for each thing that Postman does by itself. `{origin}` stands for the server. */
export const workingCollection = JSON.stringify({
  info: { name: 'Widgets', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
  variable: [
    { key: 'base', value: '{origin}/api' },
    { key: 'token', value: 'tok-0123456789' },
    { key: 'nested', value: 'n-{{inner}}' },
    { key: 'inner', value: 'v' },
    { key: 'off', value: 'never', disabled: true },
  ],
  item: [
    {
      name: 'List',
      request: {
        method: 'GET',
        header: [
          { key: 'X-On', value: '{{nested}}' },
          { key: 'X-Off', value: 'no', disabled: true },
        ],
        body: { mode: 'raw', raw: 'left out of a GET' },
        url: {
          raw: '{{base}}/items/:id?limit=2',
          host: ['{{base}}'],
          path: ['items', ':id', 'a b'],
          query: [
            { key: 'limit', value: '2' },
            { key: 'page', value: '1', disabled: true },
            { key: 'q', value: 'it\'s "x"' },
            { key: 'bare', value: null },
          ],
          variable: [{ key: 'id', value: '42' }],
        },
      },
    },
    {
      name: 'Folder',
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: 'me' },
          { key: 'password', value: 'pass-word-1' },
        ],
      },
      item: [
        {
          name: 'Create',
          request: {
            method: 'POST',
            header: [],
            body: {
              mode: 'raw',
              raw: '{"client_secret":"s3cr3t-value","name":"{{inner}}"}',
              options: { raw: { language: 'json' } },
            },
            url: '{{base}}/items',
          },
        },
        {
          name: 'Form',
          request: {
            method: 'POST',
            auth: { type: 'noauth' },
            header: [],
            body: {
              mode: 'urlencoded',
              urlencoded: [
                { key: 'a b', value: "x&y(z)'" },
                { key: 'c', value: 'd', disabled: true },
                { key: 'password', value: 'p w' },
              ],
            },
            url: { raw: '{{base}}/form', host: ['{{base}}'], path: ['form'] },
          },
        },
        {
          name: 'Key in the query',
          request: {
            method: 'GET',
            auth: {
              type: 'apikey',
              apikey: [
                { key: 'key', value: 'api_key' },
                { key: 'value', value: 'k-0123456789' },
                { key: 'in', value: 'query' },
              ],
            },
            header: [],
            url: '{{base}}/x?a=1&api_key=old',
          },
        },
        {
          name: 'Key in a header',
          request: {
            method: 'DELETE',
            auth: {
              type: 'apikey',
              apikey: [
                { key: 'key', value: 'X-Api-Key' },
                { key: 'value', value: 'k-0123456789' },
              ],
            },
            header: [{ key: 'x-api-key', value: 'old' }],
            url: '{{base}}/x',
          },
        },
      ],
    },
    {
      name: 'Create',
      request: {
        method: 'PUT',
        header: [
          { key: 'Content-Type', value: 'application/vnd.x+json' },
          { key: 'Accept', value: 'text/csv' },
        ],
        body: { mode: 'raw', raw: '{}' },
        url: '{{base}}/other',
      },
    },
    {
      name: 'Parts',
      request: {
        method: 'POST',
        header: [],
        body: {
          mode: 'formdata',
          formdata: [
            { key: 'a', value: 'ä', type: 'text' },
            { key: 'b', value: 'x', type: 'text', disabled: true },
          ],
        },
        url: '{{base}}/parts',
      },
    },
    {
      name: 'Graph',
      request: {
        method: 'POST',
        header: [],
        body: { mode: 'graphql', graphql: { query: '{ me }', variables: '{"a":1}' } },
        url: '{{base}}/graphql',
      },
    },
  ],
});
