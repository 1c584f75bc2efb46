import type { PdfPage } from "../../reader.ts";

export type PdfLine = PdfPage["lines"][number];

/** Headers and footers stand in these shares of a page's height, from its top and its bottom. */
const marginShare = 0.12;
/** A line on this share of the pages is a running one; headers of odd and even pages differ. */
const leastShare = 0.3;
const fewestRepeats = 2;
/** Small print this near to the edge of a page is what a browser prints there, on a single page too. */
const edgeShare = 0.05;
const smallFactor = 0.85;

const pageNumber =
	/^[-–—·.\s[（(]*(?:page\s*|第\s*)?(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页|頁)?\s*(?:(?:\/|of|共)\s*(?:第|共)?\s*\d{1,4}\s*(?:页|頁)?)?[-–—·.\s\]）)]*$/iu;

/** For each page the lines that are headers, footers or page numbers. `usual` is the size of the text. */
export function findMargins(pages: readonly PdfPage[], usual: number): ReadonlySet<PdfLine>[] {
	const pagesOf = new Map<string, Set<number>>();
	const inMargins = pages.map(({ lines, height }) => lines.filter((line) => isInMargin(line, height)));
	for (const [page, lines] of inMargins.entries()) {
		for (const line of lines) {
			const key = keyOf(line);
			pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
		}
	}
	const least = Math.max(fewestRepeats, pages.length * leastShare);
	return inMargins.map(
		(lines, page) =>
			new Set(
				lines.filter((line) => {
					const repeated = (pagesOf.get(keyOf(line))?.size ?? 0) >= least;
					const small = line.height < usual * smallFactor && isAtEdge(line, pages[page]?.height ?? 0);
					return repeated || small || pageNumber.test(line.text.trim());
				}),
			),
	);
}

function isAtEdge({ y, height }: PdfLine, pageHeight: number): boolean {
	return y + height < pageHeight * edgeShare || y > pageHeight * (1 - edgeShare);
}

function isInMargin({ y, height }: PdfLine, pageHeight: number): boolean {
	return y < pageHeight * marginShare || y + height > pageHeight * (1 - marginShare);
}

/** The same text at the same height, whatever its numbers. */
function keyOf({ text, y }: PdfLine): string {
	return `${Math.round(y / 4)} ${text.trim().replace(/\d+/gu, "#")}`;
}
