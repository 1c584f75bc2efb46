/** Words that the people of a project know to be right, whatever a dictionary says. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { type Actor, requireProject } from "./access.ts";
import { db } from "./db.ts";
import { AppError } from "./errors.ts";

/** Longest word, in UTF-16 code units. */
const longestWord = 60;
/** Every page with an editor reads them all. */
const mostWords = 10_000;

export const ProjectWord = z.strictObject({
	word: z
		.string()
		.min(1)
		.max(longestWord)
		.regex(/^\p{L}[\p{L}\p{M}'’-]*$/u)
		.refine(isWellFormedText, { error: "text-not-wellformed" }),
});
export type ProjectWord = z.infer<typeof ProjectWord>;

export async function projectWords(actor: Actor, projectId: string): Promise<{ words: string[] }> {
	await requireProject(actor, projectId, "project.read");
	const found = await db().projectWord.findMany({
		where: { projectId },
		orderBy: { word: "asc" },
		select: { word: true },
	});
	return { words: found.map(({ word }) => word) };
}

/** A word that is known already stays as it is. */
export async function addProjectWord(actor: Actor, projectId: string, { word }: ProjectWord): Promise<void> {
	await requireProject(actor, projectId, "rendering.edit");
	if ((await db().projectWord.count({ where: { projectId } })) >= mostWords)
		throw new AppError("refused", "tooManyWords", { most: mostWords });
	await db().projectWord.createMany({
		data: { projectId, word: word.toLowerCase(), addedById: actor.userId },
		skipDuplicates: true,
	});
}

export async function removeProjectWord(
	actor: Actor,
	projectId: string,
	{ word }: ProjectWord,
): Promise<void> {
	await requireProject(actor, projectId, "rendering.edit");
	await db().projectWord.deleteMany({ where: { projectId, word: word.toLowerCase() } });
}
