/** A project's glossary as a file. */
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { glossaryFormats } from "#lib/core/terms/formats/registry.ts";
import { type Actor, requireProject } from "../access.ts";
import { AppError } from "../errors.ts";
import { bySound } from "./list.ts";
import { readGlossary } from "./stored.ts";

/** All terms by their sound. Throws `not-found` for a format that there is not. */
export async function exportGlossary(actor: Actor, projectId: string, format: string): Promise<Response> {
	const { name } = await requireProject(actor, projectId, "project.read");
	const wanted = glossaryFormats.find(({ id }) => id === format);
	if (!wanted) throw new AppError("not-found", "notFound");
	const { terms } = await readGlossary(projectId);
	const ordered = terms.toSorted((a, b) => bySound.compare(a.simplified, b.simplified));
	const [extension] = wanted.extensions;
	return new Response(new Uint8Array(wanted.write(ordered)), {
		headers: {
			"content-type": wanted.mediaType,
			"content-disposition": contentDisposition(fileName(name, { suffix: "-glossary", extension })),
			"cache-control": "no-store",
		},
	});
}
