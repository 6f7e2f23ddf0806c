// In the order in which Liquid's strip_html removes them.
const blocks: readonly (readonly [opening: string, closing: string])[] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
];
const tags = [['<', '>']] as const;

/** The text without scripts, comments and style sheets, and then without tags, as Liquid's `strip_html`. */
export function removeTags(html: string): string {
  return removeBetween(removeBetween(html, blocks), tags);
}

/** Scanned by hand: a regular expression would look for the same missing end again and again. */
function removeBetween(text: string, pairs: readonly (readonly [opening: string, closing: string])[]): string {
  const endless = new Set<string>();
  let kept = '';
  let from = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    const pair = pairs.find(([opening]) => !endless.has(opening) && text.startsWith(opening, at));
    const end = pair === undefined ? -1 : text.indexOf(pair[1], at + pair[0].length);
    if (pair !== undefined && end >= 0) {
      kept += text.slice(from, at);
      from = end + pair[1].length;
      at = text.indexOf('<', from);
    } else {
      if (pair !== undefined) endless.add(pair[0]);
      at = text.indexOf('<', at + 1);
    }
  }
  return kept + text.slice(from);
}
