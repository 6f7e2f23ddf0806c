const httpRequestTypes = new Set(['httprequest', 'http']);

/** Whether the text names the HTTP Request action: `Agents::HTTPRequestAgent`, `HTTPRequestAgent`, `httpRequest`, `http_request`, … */
export function isHttpRequestType(type: string): boolean {
  return httpRequestTypes.has(plain(type));
}

/** Whether the text is the type of an action in Tines' own spelling: `Agents::EmailAgent`. */
export function isTinesType(type: string): boolean {
  return type.startsWith('Agents::');
}

function plain(type: string): string {
  return type
    .slice(0, 80)
    .toLowerCase()
    .replace(/^agents::/, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?:agent|action)$/, '');
}
