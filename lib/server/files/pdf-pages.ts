import { getResolvedPDFJS } from "unpdf";
import { type PdfPage, ReadRefusal } from "#lib/core/formats/reader.ts";
import { linesOfPage, type TextPiece } from "./pdf-lines.ts";
import { refuseBombs } from "./pdf-streams.ts";

/** A book; a reader would take minutes for more. */
const maxPages = 5_000;

/** What the PDF engine asked for that is not here. */
class NoBinaryData {
	readonly #missing: Set<string>;

	constructor(missing: Set<string>) {
		this.#missing = missing;
	}

	fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<never> {
		if (kind === "cMapUrl") this.#missing.add(filename.replace(/\.bcmap$/u, ""));
		return Promise.reject(new Error(`${filename} is not here`));
	}
}

/**
 * The `readPdf` capability of the readers: text and where it stands, page by page. Nothing is fetched, evaluated or
 * drawn: the engine runs without a network, fonts of the system, WebAssembly and forms.
 */
export async function* readPdf(bytes: Uint8Array): AsyncGenerator<PdfPage, void, undefined> {
	refuseBombs(bytes);
	const missing = new Set<string>();
	const document = await open(bytes, missing);
	try {
		if (document.numPages > maxPages) throw new ReadRefusal("pdfTooManyPages", { limit: maxPages });
		for (let number = 1; number <= document.numPages; number += 1) {
			const page = await document.getPage(number).catch(() => {
				throw new ReadRefusal("pdfBroken", {}, number);
			});
			const viewport = page.getViewport({ scale: 1 });
			const content = await page.getTextContent().catch(() => {
				throw new ReadRefusal("pdfBroken", {}, number);
			});
			const [map] = missing;
			// Without the map the engine guesses: wrong characters are worse than none.
			if (map !== undefined) throw new ReadRefusal("pdfCharacterMap", { map }, number);
			const pieces = content.items.flatMap((item): TextPiece[] =>
				"str" in item ? [pieceOf(item, viewport.transform)] : [],
			);
			yield { lines: linesOfPage(pieces), width: viewport.width, height: viewport.height };
			page.cleanup();
		}
	} finally {
		await document.loadingTask.destroy();
	}
}

async function open(bytes: Uint8Array, missing: Set<string>) {
	const { getDocument } = await getResolvedPDFJS();
	const task = getDocument({
		// The engine takes the memory over.
		data: Uint8Array.from(bytes),
		BinaryDataFactory: class extends NoBinaryData {
			constructor() {
				super(missing);
			}
		},
		useWorkerFetch: false,
		useSystemFonts: false,
		useWasm: false,
		disableFontFace: true,
		enableXfa: false,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		maxImageSize: 0,
		verbosity: 0,
	});
	try {
		return await task.promise;
	} catch (error) {
		await task.destroy();
		const name = error instanceof Error ? error.name : "";
		throw new ReadRefusal(name === "PasswordException" ? "pdfEncrypted" : "pdfBroken");
	}
}

interface Item {
	readonly str: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** Places on the page as it is seen: from its top left corner, turned as the page is. */
function pieceOf({ str, transform, width, height }: Item, view: readonly number[]): TextPiece {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
	const [xx = 0, yx = 0, xy = 0, yy = 0, x = 0, y = 0] = transform;
	const right = { x: a * xx + c * yx, y: b * xx + d * yx };
	const up = Math.hypot(xy, yy);
	return {
		text: str,
		x: a * x + c * y + e,
		baseline: b * x + d * y + f,
		width,
		size: height || up,
		turned: Math.abs(right.y) > Math.abs(right.x),
		blank: str.trim() === "",
	};
}
