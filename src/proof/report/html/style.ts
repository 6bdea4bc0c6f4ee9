import { made } from './html';

/** One page, light and dark by the reader's own choice, and on paper. Shapes say what colours say. */
export const STYLE = made(`
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f5f8, #0b0f15); --panel: light-dark(#ffffff, #121822); --raised: light-dark(#eef2f7, #1a2230);
  --line: light-dark(#dde3ea, #222c3a); --rail: light-dark(#d3dbe5, #2a3546); --ink: light-dark(#14202f, #e8edf4);
  --soft: light-dark(#526076, #94a3b8); --good: light-dark(#0a7755, #4cc9a0); --fair: light-dark(#8a5a00, #f0c050);
  --bad: light-dark(#bf2718, #ff7a6b); --accent: light-dark(#0b62a6, #8ac7f7); --wash: light-dark(#0b62a61f, #5ab4f02b);
  font: 14px/1.5 'Inter', system-ui, 'Segoe UI', 'Helvetica Neue', sans-serif; font-variant-numeric: tabular-nums;
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 28px 24px 48px; background: var(--ground); color: var(--ink); }
h1, h2, p, dl, dd, ul, ol, pre { margin: 0; padding: 0; }
h1 { font-size: 26px; line-height: 1.2; font-weight: 680; letter-spacing: -0.02em; }
h2 { font-size: 15px; font-weight: 640; margin: 0 0 12px; }
a { color: var(--accent); text-underline-offset: 2px; text-decoration-thickness: 1px; }
code, pre { font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 12px; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.brand { display: flex; justify-content: space-between; gap: 16px; color: var(--soft); font-size: 13px; margin-bottom: 14px; }
.brand b { color: var(--ink); font-weight: 640; }
section { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 20px 22px; margin-top: 16px; }
.verdict { border-left: 6px solid var(--tone); padding: 22px 24px; }
.PASS { --tone: var(--good); } .FAIL { --tone: var(--bad); } .CANNOT { --tone: var(--fair); }
.verdict .top { display: flex; align-items: center; gap: 18px; flex-wrap: wrap; }
.verdict .side { margin-left: auto; text-align: right; color: var(--soft); font-size: 13px; }
.verdict .flat { font-size: 20px; font-weight: 680; letter-spacing: -0.01em; line-height: 1.25; } .flat.open { color: var(--fair); }
.verdict .because { margin-top: 12px; font-size: 15px; }
.seal { display: inline-flex; align-items: center; gap: 9px; padding: 7px 15px 7px 11px; border-radius: 999px; background: var(--tone); color: var(--panel); font-weight: 700; font-size: 17px; letter-spacing: 0.02em; white-space: nowrap; }
.seal svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.pill { display: inline-block; padding: 1px 9px; border-radius: 999px; border: 1.5px solid var(--tone); color: var(--tone); font-weight: 660; font-size: 11.5px; white-space: nowrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 16px 22px; margin-top: 20px; padding-top: 18px; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: 12px; } .facts dd { font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
.facts dd small { display: block; font-size: 12px; font-weight: 400; color: var(--soft); }
table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: 12px; padding: 0 14px 7px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
td { padding: 9px 14px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; } tr:last-child > td { border-bottom: 0; }
td b { font-weight: 620; } td small { display: block; color: var(--soft); font-size: 12.5px; }
.rounds th:nth-child(2), .rounds th:nth-child(4) { width: 25%; } .rounds th:nth-child(3) { width: 27%; }
.number { text-align: right; white-space: nowrap; } .nowrap { white-space: nowrap; }
.timeline td { padding-block: 5px; } .timeline tr.trouble td { color: var(--bad); } .timeline tr:target td { background: var(--wash); }
.ids a { text-decoration: none; } .ids a:hover { text-decoration: underline; }
.scope li { margin: 0 0 6px 18px; padding-left: 4px; } .scope li::marker { color: var(--soft); }
details { border-top: 1px solid var(--line); padding-top: 10px; margin-top: 10px; } details:first-of-type { border-top: 0; margin-top: 0; padding-top: 0; }
summary { cursor: pointer; font-weight: 560; } details pre { margin-top: 10px; padding: 12px; background: var(--raised); border-radius: 8px; white-space: pre-wrap; max-height: 60vh; overflow: auto; }
.marks { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; font-size: 13px; } .marks dt { color: var(--soft); } .marks dd { overflow-wrap: anywhere; }
.picture { display: block; width: 100%; height: auto; font-size: 11.5px; }
.picture .grid { stroke: var(--line); } .picture .rail { stroke: var(--rail); } .picture .tick { fill: var(--soft); text-anchor: middle; }
.picture .lane { fill: var(--soft); text-anchor: end; } .picture .none { text-anchor: start; } .picture .id { fill: var(--soft); font-size: 10.5px; }
.picture .area { fill: var(--wash); } .picture .step { fill: none; stroke: var(--accent); stroke-width: 2.4; stroke-linejoin: round; }
.picture .read { fill: var(--panel); stroke: var(--accent); stroke-width: 2; } .picture .another { stroke: var(--fair); }
.picture .stop { stroke: var(--good); stroke-width: 4; opacity: 0.75; }
.mark { fill: var(--accent); } .mark.good { fill: var(--good); } .mark.fair { fill: var(--fair); } .mark.bad { fill: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: 6px 20px; margin-top: 10px; font-size: 12px; color: var(--soft); }
.legend svg { width: 12px; height: 12px; vertical-align: -1.5px; margin-right: 5px; }
@media (max-width: 640px) { body { padding: 14px 10px 32px; } section, .verdict { padding: 16px 14px; } .verdict .side { margin-left: 0; text-align: left; } h1 { font-size: 22px; } .wide table { min-width: 560px; } .wide .picture { min-width: 680px; } .timeline .nowrap { white-space: normal; } td, .timeline td { padding-right: 9px; } .timeline td:nth-child(3) { min-width: 58px; } }
@page { size: A4; margin: 14mm 13mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; font-size: 10.5px; }
  body { max-width: none; padding: 0; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { border-color: #c9d2dd; margin-top: 9px; padding: 13px 15px; border-radius: 8px; } .verdict { padding: 15px 16px; }
  .whole, tr { break-inside: avoid; } h2 { break-after: avoid; } thead { display: table-header-group; }
  td, .timeline td { padding-block: 4px; } a { color: inherit; text-decoration: none; } .facts { gap: 10px 18px; margin-top: 13px; padding-top: 12px; }
  .facts dd { font-size: 13px; } td small, .legend, .marks, th, .facts dt, .pill { font-size: 9.5px; } .because { font-size: 12px; } h1 { font-size: 20px; } h2 { font-size: 12.5px; margin-bottom: 8px; } code { font-size: 9.5px; } .brand, .verdict .side { font-size: 10px; } .seal { font-size: 14px; } .verdict .flat { font-size: 16px; } .raw { display: none; }
}
`);
