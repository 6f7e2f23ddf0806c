/** A curl command as people have it in hand, and what it sends. `{origin}` stands for the address of the server. */
export interface WorkingCommand {
  readonly title: string;
  readonly command: string;
  /** `GET` unless given. */
  readonly method?: string;
  /** Path and query. */
  readonly target: string;
  /** Beside those that every curl sends (User-Agent, Accept); a field given here replaces one of them, null says that it is not sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Nothing unless given. */
  readonly body?: string;
  /** What curl itself does is not compared: the command is for another shell, or reads what is not there. */
  readonly notRun?: true;
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const json = { 'Content-Type': 'application/json' };
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

/** Commands in the shapes of API documentation, of browsers and of Postman. */
export const workingCommands: readonly WorkingCommand[] = [
  { title: 'a bare address', command: 'curl {origin}', target: '/' },
  {
    title: 'an address with a query, in quotes',
    command: "curl '{origin}/v1/items?limit=2&page=1'",
    target: '/v1/items?limit=2&page=1',
  },
  { title: 'a query without a path', command: "curl '{origin}?a=1'", target: '/?a=1' },
  {
    title: 'Stripe: a key as a user without a password, several --data-urlencode',
    command:
      'curl {origin}/v1/charges \\\n  -u sk_test_4eC39HqLyjWDarjtT1zdp7dc: \\\n  --data-urlencode "description=a b&c" \\\n  -d amount=2000 \\\n  -d currency=usd',
    method: 'POST',
    target: '/v1/charges',
    headers: { ...form, Authorization: basic('sk_test_4eC39HqLyjWDarjtT1zdp7dc:') },
    body: 'description=a+b%26c&amount=2000&currency=usd',
  },
  {
    title: 'GitHub: -L, -X and headers in double quotes',
    command:
      'curl -L \\\n  -X POST \\\n  -H "Accept: application/vnd.github+json" \\\n  -H "Authorization: Bearer ghp_0123456789abcdefghij0123456789abcdef" \\\n  -H "X-GitHub-Api-Version: 2022-11-28" \\\n  {origin}/repos/OWNER/REPO/issues \\\n  -d \'{"title":"Found a bug","body":"I\'"\'"\'m having a problem.","labels":["bug"]}\'',
    method: 'POST',
    target: '/repos/OWNER/REPO/issues',
    headers: {
      ...form,
      Accept: 'application/vnd.github+json',
      Authorization: 'Bearer ghp_0123456789abcdefghij0123456789abcdef',
      'X-GitHub-Api-Version': '2022-11-28',
    },
    body: '{"title":"Found a bug","body":"I\'m having a problem.","labels":["bug"]}',
  },
  {
    title: 'Slack: JSON with a type of its own',
    command:
      'curl -X POST -H \'Authorization: Bearer xoxb-1234-56789abcdefghijklmnop\' -H \'Content-type: application/json; charset=utf-8\' --data \'{"channel":"C061EG9SL","text":"Hello"}\' {origin}/api/chat.postMessage',
    method: 'POST',
    target: '/api/chat.postMessage',
    headers: { Authorization: 'Bearer xoxb-1234-56789abcdefghijklmnop', 'Content-type': 'application/json; charset=utf-8' },
    body: '{"channel":"C061EG9SL","text":"Hello"}',
  },
  {
    title: 'Twilio: -X POST with a pair',
    command:
      'curl -X POST "{origin}/2010-04-01/Accounts/AC123/Messages.json" \\\n--data-urlencode "Body=This is the ship that made the Kessel Run" \\\n--data-urlencode "From=+15017122661" \\\n-u "AC123:your_auth_token"',
    method: 'POST',
    target: '/2010-04-01/Accounts/AC123/Messages.json',
    headers: { ...form, Authorization: basic('AC123:your_auth_token') },
    body: 'Body=This+is+the+ship+that+made+the+Kessel+Run&From=%2B15017122661',
  },
  {
    title: 'OAuth: a token request',
    command:
      "curl --request POST --url {origin}/oauth/token --header 'content-type: application/x-www-form-urlencoded' --data 'grant_type=client_credentials&client_id=abc&client_secret=s3cr3t-value-0001'",
    method: 'POST',
    target: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials&client_id=abc&client_secret=s3cr3t-value-0001',
  },
  {
    title: 'Jira: --user, --header and a body over several lines',
    command:
      "curl --request GET \\\n  --url '{origin}/rest/api/3/search?jql=project%20%3D%20HSP' \\\n  --user 'email@example.com:api-token-value-1' \\\n  --header 'Accept: application/json'",
    target: '/rest/api/3/search?jql=project%20%3D%20HSP',
    headers: { Accept: 'application/json', Authorization: basic('email@example.com:api-token-value-1') },
  },
  {
    title: 'Elasticsearch: -XGET with a body and a heredoc-free JSON',
    command: 'curl -XGET "{origin}/_search" -H \'Content-Type: application/json\' -d\'\n{\n  "query": { "match_all": {} }\n}\'',
    target: '/_search',
    headers: json,
    body: '\n{\n  "query": { "match_all": {} }\n}',
  },
  {
    title: 'Elastic: -u and -k joined with other letters',
    command: 'curl -sSLk -uelastic:changeme-now {origin}/_cat/indices?v',
    target: '/_cat/indices?v',
    headers: { Authorization: basic('elastic:changeme-now') },
  },
  {
    title: 'a here-document as the body',
    command:
      'curl -X PUT {origin}/config -H "Content-Type: application/json" -d @- <<\'EOF\'\n{\n  "name": "$HOME is kept"\n}\nEOF\n',
    method: 'PUT',
    target: '/config',
    headers: json,
    body: '{  "name": "$HOME is kept"}',
  },
  {
    title: 'a here-document with a variable, sent as it is',
    command: 'NAME=world\ncurl {origin}/greet --data-binary @- <<EOF\nhello $NAME \\$5\nEOF\n',
    method: 'POST',
    target: '/greet',
    headers: form,
    body: 'hello world $5\n',
  },
  {
    title: 'a here-string',
    command: 'curl {origin}/x -H "Content-Type: text/plain" --data-binary @- <<< "a  b"',
    method: 'POST',
    target: '/x',
    headers: { 'Content-Type': 'text/plain' },
    body: 'a  b\n',
  },
  {
    title: 'a body from echo through a pipe',
    command: 'echo -n \'{"a":1}\' | curl -d @- {origin}/x',
    method: 'POST',
    target: '/x',
    headers: form,
    body: '{"a":1}',
  },
  {
    title: 'a token in a variable of the script',
    command: 'export TOKEN="abc-def-123456"\ncurl -H "Authorization: Bearer $TOKEN" {origin}/me',
    target: '/me',
    headers: { Authorization: 'Bearer abc-def-123456' },
  },
  { title: 'a variable with a default', command: 'curl "{origin}/$' + '{VERSION_OF_NOTHING:-v2}/items"', target: '/v2/items' },
  {
    title: 'Chrome, Copy as cURL (bash)',
    command:
      "curl '{origin}/api/v2/items?sort=%5Bname%5D&x=a\\[0\\]' \\\n  -H 'accept: application/json, text/plain, */*' \\\n  -H 'accept-language: en-US,en;q=0.9' \\\n  -H 'authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl' \\\n  -b 'session=0123456789abcdef; theme=dark' \\\n  -H 'origin: https://app.example.com' \\\n  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \\\n  --data-raw $'{\"text\":\"it\\'s\\\\nfine \\\\u0021 caf\\\\u00e9\"}' \\\n  --compressed",
    method: 'POST',
    target: '/api/v2/items?sort=%5Bname%5D&x=a[0]',
    headers: {
      ...form,
      accept: 'application/json, text/plain, */*',
      'accept-language': 'en-US,en;q=0.9',
      authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
      Cookie: 'session=0123456789abcdef; theme=dark',
      origin: 'https://app.example.com',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
      'Accept-Encoding': 'deflate, gzip, br, zstd',
    },
    body: '{"text":"it\'s\\nfine \\u0021 caf\\u00e9"}',
  },
  {
    title: 'Chrome: a multipart body written out',
    command:
      "curl '{origin}/upload' \\\n  -H 'content-type: multipart/form-data; boundary=----WebKitFormBoundaryAbC' \\\n  --data-raw $'------WebKitFormBoundaryAbC\\r\\nContent-Disposition: form-data; name=\"a\"\\r\\n\\r\\n1\\r\\n------WebKitFormBoundaryAbC--\\r\\n' --insecure",
    method: 'POST',
    target: '/upload',
    headers: { 'content-type': 'multipart/form-data; boundary=----WebKitFormBoundaryAbC' },
    body: '------WebKitFormBoundaryAbC\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------WebKitFormBoundaryAbC--\r\n',
  },
  {
    title: 'Firefox: --compressed, -X and headers with quotation marks',
    command:
      "curl --globoff '{origin}/list?filter[name]=x' --compressed -X PUT -H 'If-None-Match: W/\"abc\"' -H 'Accept-Encoding: gzip, deflate, br' -H 'Connection: keep-alive' -H 'Content-Length: 7' --data-raw 'a=1&b=2'",
    method: 'PUT',
    target: '/list?filter[name]=x',
    headers: { ...form, 'If-None-Match': 'W/"abc"', 'Accept-Encoding': 'gzip, deflate, br' },
    body: 'a=1&b=2',
  },
  {
    title: 'Chrome, Copy as cURL (cmd)',
    command:
      'curl ^"{origin}/api/items?q=50^%^25^&name=^%^22x^%^22^" ^\n  -H ^"accept: application/json^" ^\n  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"131^\\^"^" ^\n  --data-raw ^"^{^\\^"a^\\^":1,^\\^"path^\\^":^\\^"C:^\\^\\tmp^\\^",^\\^"lines^\\^":^\\^"1^\n\n2^\\^"^}^"',
    method: 'POST',
    target: '/api/items?q=50%25&name=%22x%22',
    headers: { ...form, accept: 'application/json', 'sec-ch-ua': '"Chromium";v="131"' },
    body: '{"a":1,"path":"C:\\\\tmp","lines":"1\n2"}',
    notRun: true,
  },
  {
    title: 'an older Chrome for cmd: quotation marks of the program',
    command:
      'curl "{origin}/api/items?a=1&b=2" ^\r\n  -H "Content-Type: application/json" ^\r\n  -X "PATCH" ^\r\n  --data-binary "{\\"name\\":\\"a b\\",\\"n\\":1}" ^\r\n  --compressed',
    method: 'PATCH',
    target: '/api/items?a=1&b=2',
    headers: { ...json, 'Accept-Encoding': 'deflate, gzip, br, zstd' },
    body: '{"name":"a b","n":1}',
    notRun: true,
  },
  {
    title: 'Firefox for cmd: doubled quotation marks',
    command: 'curl.exe "{origin}/x" ^\n  -H "X-A: say ""hi""" ^\n  --data-raw "{""a"":""b""}"',
    method: 'POST',
    target: '/x',
    headers: { ...form, 'X-A': 'say "hi"' },
    body: '{"a":"b"}',
    notRun: true,
  },
  {
    title: 'Postman, a snippet with --form',
    command:
      "curl --location --request POST '{origin}/files' \\\n--header 'X-Api-Key: 0123456789abcdef' \\\n--form 'kind=\"report\"' \\\n--form 'note=\"a; \\\"b\\\"\";type=text/plain'",
    method: 'POST',
    target: '/files',
    headers: { 'X-Api-Key': '0123456789abcdef', 'Content-Type': 'multipart/form-data; boundary={boundary}' },
    body: '--{boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nreport\r\n--{boundary}\r\nContent-Disposition: form-data; name="note"\r\nContent-Type: text/plain\r\n\r\na; "b"\r\n--{boundary}--\r\n',
  },
  {
    title: 'Postman, a snippet with a raw body',
    command:
      "curl --location --request PATCH '{origin}/items/1' \\\n--header 'Content-Type: application/json' \\\n--header 'Cookie: JSESSIONID=ABCDEF0123456789' \\\n--data-raw '{\n    \"name\": \"it'\\''s\"\n}'",
    method: 'PATCH',
    target: '/items/1',
    headers: { ...json, Cookie: 'JSESSIONID=ABCDEF0123456789' },
    body: '{\n    "name": "it\'s"\n}',
  },
  {
    title: 'Postman, a snippet of today',
    command:
      "curl --location '{origin}/search' \\\n--header 'Authorization: Basic dXNlcjpwYXNzd29yZDE=' \\\n--data-urlencode 'q=a=b' \\\n--data-urlencode 'empty='",
    method: 'POST',
    target: '/search',
    headers: { ...form, Authorization: 'Basic dXNlcjpwYXNzd29yZDE=' },
    body: 'q=a%3Db&empty=',
  },
  {
    title: '-G puts the data into the query',
    command: 'curl -G {origin}/search?a=1 -d b=2 --data-urlencode "c=x y/ü"',
    target: '/search?a=1&b=2&c=x+y%2F%C3%BC',
  },
  { title: '--get without data', command: 'curl --get {origin}/search', target: '/search' },
  { title: '-I asks by HEAD', command: 'curl -I {origin}/x', method: 'HEAD', target: '/x' },
  {
    title: '-X wins over -d',
    command: 'curl -X DELETE -d id=1 {origin}/x',
    method: 'DELETE',
    target: '/x',
    headers: form,
    body: 'id=1',
  },
  {
    title: '--json',
    command: "curl --json '{\"a\":' --json '1}' {origin}/x",
    method: 'POST',
    target: '/x',
    headers: { ...json, Accept: 'application/json' },
    body: '{"a":1}',
  },
  {
    title: '--json with a type of its own',
    command: 'curl --json "{}" -H "Content-Type: application/ld+json" {origin}/x',
    method: 'POST',
    target: '/x',
    headers: { 'Content-Type': 'application/ld+json', Accept: 'application/json' },
    body: '{}',
  },
  { title: 'an empty body', command: "curl -d '' {origin}/x", method: 'POST', target: '/x', headers: form, body: '' },
  {
    title: 'several -d',
    command: 'curl -d a=1 -d b=2 --data-raw @c {origin}/x',
    method: 'POST',
    target: '/x',
    headers: form,
    body: 'a=1&b=2&@c',
  },
  {
    title: 'headers removed, emptied and repeated',
    command: 'curl -H "Accept:" -H "X-Empty;" -H "X-Two: 1" -H "X-Two: 2" -A "" {origin}/x',
    target: '/x',
    headers: { Accept: null, 'User-Agent': null, 'X-Empty': '', 'X-Two': '1, 2' },
  },
  {
    title: 'a user agent, a referrer and a range',
    command: 'curl -A "my agent/1" -e "https://a.example/;auto" -r 0-99 {origin}/x',
    target: '/x',
    headers: { 'User-Agent': 'my agent/1', Referer: 'https://a.example/', Range: 'bytes=0-99' },
  },
  {
    title: 'a header wins over the option for it',
    command: 'curl -A one -H "User-Agent: two" -u a:b -H "Authorization: Token abcdef123" {origin}/x',
    target: '/x',
    headers: { 'User-Agent': 'two', Authorization: 'Token abcdef123' },
  },
  {
    title: 'several cookies',
    command: 'curl -b a=1 --cookie "b=2; c=3" {origin}/x',
    target: '/x',
    headers: { Cookie: 'a=1;b=2; c=3' },
  },
  {
    title: 'a bearer token by its option',
    command: 'curl --oauth2-bearer mF_9.B5f-4.1JqM {origin}/x',
    target: '/x',
    headers: { Authorization: 'Bearer mF_9.B5f-4.1JqM' },
  },
  {
    title: 'user and password in the address',
    command: 'curl http://us%40er:pa%3Ass@{host}/x',
    target: '/x',
    headers: { Authorization: basic('us@er:pa:ss') },
  },
  { title: 'an address without a scheme', command: 'curl {host}/x', target: '/x' },
  { title: 'a fragment and dot segments', command: "curl '{origin}/a/./b/../c?d=/../e#frag'", target: '/a/c?d=/../e' },
  { title: '--path-as-is', command: "curl --path-as-is '{origin}/a/../c'", target: '/a/../c' },
  { title: 'braces without a comma', command: "curl '{origin}/items/{id}'", target: '/items/id' },
  { title: 'braces kept', command: "curl -g '{origin}/items/{id}'", target: '/items/{id}' },
  { title: '--url-query', command: "curl {origin}/x?a=1 --url-query 'b=c d'", target: '/x?a=1&b=c+d' },
  {
    title: 'output, limits and redirections of the shell',
    command: 'curl -sS -o /dev/null -w "%{http_code}\\n" --max-time 5 --retry 2 -f {origin}/x 2>/dev/null | cat > /dev/null',
    target: '/x',
  },
  { title: 'another command behind it', command: 'curl -s {origin}/x && echo "don\'t"; true', target: '/x' },
  { title: 'sudo-like words and assignments in front', command: 'LANG=C time curl {origin}/x', target: '/x' },
  { title: 'comments between lines', command: '# get the items\ncurl {origin}/x # all of them', target: '/x' },
  {
    title: 'long options by their beginning',
    command: 'curl --user-a me --oauth2 abc {origin}/x',
    target: '/x',
    headers: { 'User-Agent': 'me', Authorization: 'Bearer abc' },
  },
  {
    title: 'a prompt and a code fence',
    command: '```bash\n$ curl {origin}/x \\\n    -H "X-A: 1"\n```\n',
    target: '/x',
    headers: { 'X-A': '1' },
    notRun: true,
  },
  {
    title: 'prose around it',
    command: "You can't miss it:\n\n  curl {origin}/x -H 'X-A: 1'\n\nThat's (all).",
    target: '/x',
    headers: { 'X-A': '1' },
    notRun: true,
  },
  {
    title: 'blanks behind the backslash',
    command: 'curl {origin}/x \\  \n  -H "X-A: 1"',
    target: '/x',
    headers: { 'X-A': '1' },
    notRun: true,
  },
  {
    title: 'line ends of Windows',
    command: 'curl {origin}/x \\\r\n  -H "X-A: 1"\r\n',
    target: '/x',
    headers: { 'X-A': '1' },
    notRun: true,
  },
  {
    title: 'a dollar sign within single quotes',
    command: "curl '{origin}/odata?$filter=a%20eq%201&$top=5'",
    target: '/odata?$filter=a%20eq%201&$top=5',
  },
  {
    title: 'octets in $-quotes',
    command: "curl --data-raw $'caf\\xc3\\xa9 \\303\\251 \\u00e9\\ttab' {origin}/x",
    method: 'POST',
    target: '/x',
    headers: form,
    body: 'café é é\ttab',
  },
];
