import { createHash } from "node:crypto";

/** The look of every page: calm, one column, in the light or dark that the reader's system asks for. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--ink:#1c2230;--soft:#5a6373;--line:#d9dde4;--field:#fff;
--edge:#7f8899;--accent:#2450a8;--fill:#2450a8;--fill-over:#1b3f88;--wash:#eef2fa;--bad:#a3222b;--bad-wash:#fcefef;
--good:#1f6e43;--shadow:0 1px 2px rgba(20,30,50,.06),0 8px 28px rgba(20,30,50,.08)}
@media (prefers-color-scheme:dark){:root{--page:#12151b;--card:#1b2029;--ink:#e8ebf1;--soft:#a3adbd;--line:#2f3745;
--field:#141821;--edge:#6d7789;--accent:#9bb8ff;--fill:#3b68c9;--fill-over:#4a78db;--wash:#222a38;--bad:#ff9c9c;
--bad-wash:#35202a;--good:#7fd6a5;--shadow:none}}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:var(--page);color:var(--ink);display:flex;flex-direction:column;align-items:center;
padding:clamp(1rem,6vh,4.5rem) 1rem 1.5rem}
header{display:flex;align-items:center;gap:.5rem;margin-bottom:1.25rem;color:var(--soft);font-weight:600;letter-spacing:.01em}
header svg{width:1.375rem;height:1.375rem;color:var(--accent)}
main{width:100%;max-width:27rem;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.75rem;
box-shadow:var(--shadow)}
h1{font-size:1.4375rem;line-height:1.25;margin:0 0 .75rem;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:.75rem 0;overflow-wrap:anywhere}
bdi{font-weight:600}
.quiet{color:var(--soft);font-size:.9375rem}
.quiet bdi{font-weight:500;color:var(--ink)}
.client{display:flex;gap:.875rem;align-items:center;margin:1rem 0 1.25rem}
.client p{margin:0;min-width:0}
.monogram{flex:none;width:3rem;height:3rem;border-radius:12px;background:var(--wash);color:var(--accent);display:grid;
place-items:center;font-size:1.375rem;font-weight:700}
.client .quiet{display:block}
.scopes{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:10px}
.scopes li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.125rem 1rem;padding:.6875rem .875rem;overflow-wrap:anywhere}
.scopes li+li{border-top:1px solid var(--line)}
code{font:.875rem/1.6 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;color:var(--soft)}
.code{display:block;text-align:center;font-size:1.75rem;letter-spacing:.12em;color:var(--ink);background:var(--wash);
border-radius:10px;padding:.625rem .25rem .625rem .5rem;margin:.75rem 0}
label{display:block;font-weight:600;margin:1rem 0 .375rem}
input{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--edge);border-radius:9px;padding:.625rem .75rem}
.codefield{font-size:1.375rem;letter-spacing:.12em;text-transform:uppercase}
.hint{color:var(--soft);font-size:.875rem;margin:.375rem 0 0}
.actions{display:flex;flex-direction:row-reverse;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
button{font:inherit;font-weight:600;cursor:pointer;border-radius:9px;padding:.6875rem 1.25rem;min-height:2.875rem;flex:1 1 9rem}
.primary{background:var(--fill);color:#fff;border:1px solid transparent}
.primary:hover{background:var(--fill-over)}
.secondary{background:transparent;color:var(--ink);border:1px solid var(--edge)}
.secondary:hover{background:var(--wash)}
.who{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5rem;border-top:1px solid var(--line);margin:1.5rem 0 0;padding-top:1rem}
.who p{margin:0}
.link{background:none;border:0;padding:.25rem 0;min-height:0;flex:none;color:var(--accent);font-weight:500;font-size:.9375rem;
text-decoration:underline;text-underline-offset:.15em}
a{color:var(--accent);text-underline-offset:.15em}
.alert{border-left:4px solid var(--bad);background:var(--bad-wash);color:var(--bad);border-radius:4px 9px 9px 4px;
padding:.625rem .875rem;margin:0 0 1rem}
.good{color:var(--good)}
footer{display:flex;flex-wrap:wrap;justify-content:center;gap:.25rem 1.25rem;margin-top:1.25rem;color:var(--soft);font-size:.875rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (max-width:26rem){main{padding:1.375rem 1.125rem;border-radius:12px}}
@media (forced-colors:active){.monogram,.code{border:1px solid}}
`;

/** The source by which the Content-Security-Policy lets this style in and no other. */
export const STYLE_SOURCE = `'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'`;
