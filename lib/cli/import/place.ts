/** Into which project something is imported, and as whom. */
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import type { Place } from "./import-entry.ts";

/** `project` is an id or a name. Throws `Refused` where the person is not there, or not in one such project. */
export async function placeOf({
	email,
	project,
}: {
	readonly email: string;
	readonly project: string;
}): Promise<Place> {
	const user = await db().user.findUnique({ where: { email } });
	if (!user || user.disabledAt !== null) throw new Refused(t("import.noUser", { email }), 1);
	const actor: Actor = { userId: user.id, name: user.name, administrator: user.administrator };
	const found = await db().project.findMany({
		where: {
			deletedAt: null,
			memberships: { some: { userId: user.id } },
			OR: [{ id: project }, { name: project }],
		},
		select: { id: true },
	});
	const [only, ...more] = found;
	if (!only) throw new Refused(t("import.noProject", { email, project }), 1);
	if (more.length > 0)
		throw new Refused(t("import.manyProjects", { project, ids: found.map(({ id }) => id).join(", ") }), 1);
	return { actor, projectId: only.id };
}
