import type { Format } from "#lib/core/formats/contract.ts";
import { article } from "#lib/core/formats/formats/article.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import { html } from "#lib/core/formats/formats/html.ts";
import { tmx } from "#lib/core/formats/formats/tmx.ts";
import { tsv } from "#lib/core/formats/formats/tsv.ts";
import { txt } from "#lib/core/formats/formats/txt.ts";

/** In the order in which the deliver screen offers them. */
export const formats = [docx, docxTracked, article, html, txt, tmx, tsv] as const satisfies readonly Format[];

export function findFormat(id: string): Format | undefined {
	return formats.find((format) => format.id === id);
}
