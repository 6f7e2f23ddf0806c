/** The style sheet of the HTML report: light and dark, for the screen and for paper. */
export const htmlStyle = `:root{color-scheme:light dark;--text:#1c2127;--soft:#59636e;--back:#fff;--panel:#f5f6f8;--line:#d5dae0;--good:#116329;--bad:#b3261e;--open:#7d4e00;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--text:#e4e7eb;--soft:#a3abb5;--back:#14171a;--panel:#1e2226;--line:#3a4149;--good:#5fd07f;--bad:#ff8f87;--open:#f0b95a;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:70rem;margin:0 auto;padding:1.5rem}
article{border-top:1px solid var(--line);padding:1rem 0 2rem}
article:first-of-type{border-top:0}
h1{font-size:1.4rem}h2{font-size:1.25rem;margin:.5rem 0}h3{font-size:1rem;margin:1.5rem 0 .5rem}
.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}.soft{color:var(--soft)}
a{color:var(--link)}
code,pre{font:.875rem/1.45 ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.75rem;white-space:pre-wrap;margin:.5rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);padding-bottom:.25rem}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
th{background:var(--panel);font-weight:600}
ul,ol{padding-left:1.4rem;margin:.25rem 0}
summary{cursor:pointer}
@media print{details{display:block}pre{break-inside:avoid}}
`;
