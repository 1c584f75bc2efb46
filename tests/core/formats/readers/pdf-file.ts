import { deflateSync } from "node:zlib";

export interface Drawn {
	readonly text: string;
	/** Points from the top left corner to the beginning of the baseline. */
	readonly x: number;
	readonly y: number;
	readonly size?: number;
}

export interface PdfParts {
	/** What stands on each page. */
	readonly pages: readonly (readonly Drawn[])[];
	/** The dictionary of the one font. */
	readonly font?: string;
	/** Written into the trailer. */
	readonly trailer?: string;
	/** Content of every page instead of the texts, packed already, and how. */
	readonly content?: { readonly packed: Uint8Array; readonly filter: string };
}

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const height = 842;

/** A PDF of A4 pages with these texts in Helvetica. */
export function pdfFile({ pages, font = helvetica, trailer = "", content }: PdfParts): Uint8Array {
	const objects: Buffer[] = [];
	const add = (body: string | Buffer) => objects.push(Buffer.from(body));
	const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
	add("<< /Type /Catalog /Pages 2 0 R >>");
	add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
	add(font);
	for (const [index, page] of pages.entries()) {
		add(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
		);
		const drawn = page.map(
			({ text, x, y, size = 11 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${height - y} Tm ${literal(text)} Tj ET`,
		);
		const { packed, filter } = content ?? {
			packed: deflateSync(Buffer.from(drawn.join("\n"), "latin1")),
			filter: "/FlateDecode",
		};
		const head = `<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`;
		add(Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]));
	}
	return assemble(objects, trailer);
}

function literal(text: string): string {
	return text.startsWith("<") ? text : `(${text.replace(/[\\()]/gu, "\\$&")})`;
}

function assemble(objects: readonly Buffer[], trailer: string): Uint8Array {
	const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n")];
	const offsets: number[] = [];
	let at = pieces[0]?.length ?? 0;
	for (const [index, body] of objects.entries()) {
		offsets.push(at);
		const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
		pieces.push(piece);
		at += piece.length;
	}
	const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
	const size = objects.length + 1;
	pieces.push(
		Buffer.from(
			`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
		),
	);
	return new Uint8Array(Buffer.concat(pieces));
}
