/** Black on white, hairlines, no colour to lose in print; rows do not break across pages, the heading repeats. */
export const tableStyle = `
@page { margin: 18mm 16mm; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #111; background: #fff;
	font: 16px/1.55 "Source Serif 4", Georgia, "Times New Roman", serif; }
:lang(zh) { font-family: Georgia, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; line-height: 1.8; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { font-family: Georgia, "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", PMingLiU, serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
header p { margin: 0 0 .5rem; }
.legend { font-size: .85rem; }
.legend span + span { margin-inline-start: 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; border-bottom: 1px solid #111; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { border-bottom: 1px solid #111; font-size: .85rem; }
.number { width: 4.5rem; padding-inline-start: 0; font-size: .85rem; font-weight: normal; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr { break-inside: avoid; }
tr.start > * { border-top: 1px solid #bbb; }
td p { margin: 0; white-space: pre-line; }
td p + p { margin-top: .5rem; }
tr.title td, tr.heading td { font-weight: bold; }
tr.caption td, tr.meta td { font-style: italic; }
tr.caption td:lang(zh), tr.meta td:lang(zh) { font-style: normal; font-size: .9em; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } h1 { font-size: 16pt; } }
`;
