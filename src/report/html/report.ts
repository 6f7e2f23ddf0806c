import { createHash } from 'node:crypto';
import type { Report } from '../../model/report.ts';
import { reportWords } from '../report-words.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlSections } from './sections.ts';
import { htmlStyle } from './style.ts';

/** The reports as one self-contained page: no script, nothing loaded from elsewhere, everything foreign escaped. */
export function htmlReport(reports: readonly Report[]): string {
  const [first] = reports;
  const title =
    reports.length === 1 && first !== undefined
      ? `${first.verdict.code}: ${first.action.name || first.request.url}`
      : `${reports.length} actions`;
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – tines-compare</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<h1>tines-compare</h1>
${[...(reports.length > 1 ? [overview(reports)] : []), ...reports.map(article)].join('\n')}
</main>
</body>
</html>
`;
}

function overview(reports: readonly Report[]): string {
  const items = reports.map(({ verdict, action }, index) => {
    const mood = reportWords.moods[verdict.code];
    const name = escapeHtml(action.name || action.pointer || action.file);
    return `<li><a href="#action-${index + 1}">${name}</a>: <span class="${mood}">${reportWords.signs[mood]} ${verdict.code}</span></li>`;
  });
  return `<nav aria-label="Actions"><ol>${items.join('')}</ol></nav>`;
}

function article(report: Report, index: number): string {
  const { verdict, action, request, docs } = report;
  const mood = reportWords.moods[verdict.code];
  const id = `action-${index + 1}`;
  const where = [action.name, action.story === undefined ? '' : `story ${action.story}`, action.file, action.pointer].filter(
    (part) => part !== '',
  );
  return `<article id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="${mood}"><span aria-hidden="true">${reportWords.signs[mood]}</span> ${verdict.code}</span> ${escapeHtml(verdict.text)}</h2>
<p class="soft">${where.map(escapeHtml).join(' · ')}<br><code>${escapeHtml(`${request.method} ${request.url}`)}</code></p>
${verdict.lowered.map((reason) => `<p class="open">Less certain: ${escapeHtml(reason)}</p>`).join('\n')}
${docs === undefined ? '' : `<p>Documentation: ${link(docs)}</p>`}
${htmlSections(report).join('\n')}
</article>`;
}

/** Only an address of the web becomes a link: `javascript:` is text. */
function link(address: string): string {
  const text = escapeHtml(address);
  return /^https?:\/\//iu.test(address) ? `<a href="${text}" rel="noopener noreferrer">${text}</a>` : text;
}
