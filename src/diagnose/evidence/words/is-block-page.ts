const PAGES =
  /The requested URL was rejected\. Please consult with your administrator|Request unsuccessful\. Incapsula incident ID|<title>\s*(?:Attention Required! \| Cloudflare|Request Rejected|Web Page Blocked!?|Sucuri WebSite Firewall[^<]*|Just a moment\.\.\.)\s*</i;

/** True for the page of a firewall that has refused a request (F5, Imperva, Cloudflare, Sucuri, FortiWeb), whatever its status: several show it under a 200. */
export function isBlockPage(text: string): boolean {
  return /<html/i.test(text) && PAGES.test(text);
}
