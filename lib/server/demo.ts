/** The demo project: a newcomer's first look, made through the same operations as anybody's work. */
import { demoArticles } from "#prisma/demo/articles.ts";
import type { ColleagueKey } from "#prisma/demo/edit-steps.ts";
import { colleagues, demoSteps } from "#prisma/demo/edits.ts";
import { replay } from "#prisma/demo/replay.ts";
import { type Actor, requireProject } from "./access.ts";
import { db } from "./db.ts";
import { createDocument } from "./documents.ts";
import { AppError } from "./errors.ts";
import { beginAnew } from "./glossary/starter.ts";
import { firstAdministratorLink } from "./links.ts";
import { newId } from "./new-id.ts";
import { appendOperation } from "./revision-log/append.ts";
import { onDocument } from "./revision-log/transaction.ts";

export interface DemoPlace {
	readonly projectId: string;
	/** The first article, and in it the first passage that nobody has touched. */
	readonly documentId: string;
	readonly passageId: string;
}

const projectName = "Demo: Yunting press desk";

/** Makes the demo project where the database holds no project at all; null where it does. */
export async function loadDemo(): Promise<DemoPlace | null> {
	if ((await db().project.count()) > 0) return null;
	await firstAdministratorLink(); // so that there is somebody to own it; a later link replaces this one
	const project = await db().project.create({ data: { id: newId(), name: projectName, demo: true } });
	const administrators = await db().user.findMany({ where: { administrator: true }, select: { id: true } });
	await db().membership.createMany({
		data: administrators.map(({ id }) => ({ projectId: project.id, userId: id, role: "owner" })),
	});
	return await fillDemo(project.id);
}

/** Puts the demo's first state in place of what is there; what is there is deleted as any document is. */
export async function resetDemo(actor: Actor, projectId: string): Promise<DemoPlace> {
	const project = await requireProject(actor, projectId, "project.manage");
	if (!project.demo) throw new AppError("refused", "notDemo");
	const old = await db().document.findMany({ where: { projectId, deletedAt: null }, select: { id: true } });
	const place = await fillDemo(projectId);
	await db().document.updateMany({
		where: { id: { in: old.map(({ id }) => id) } },
		data: { deletedAt: new Date() },
	});
	return place;
}

async function fillDemo(projectId: string): Promise<DemoPlace> {
	const people = await seatColleagues(projectId);
	await beginAnew(projectId, people.lin.userId);
	const now = Date.now();
	let place: DemoPlace | null = null;
	for (const [i, article] of demoArticles.entries()) {
		const { log, replica } = replay(article, demoSteps, newId);
		const [first, ...later] = log;
		if (!first) throw new TypeError(`the demo article ${article.key} has no import`);
		const documentId = await createDocument(
			people.lin,
			projectId,
			first.operation,
			minutesBefore(now, firstMinutes() - i),
		);
		for (const { operation, step } of later) {
			const actor = people[step?.by ?? "lin"];
			const at = minutesBefore(now, step?.minutesBefore ?? 0);
			await onDocument(actor, documentId, null, async (client, head) => {
				const result = await appendOperation(client, head, operation, {
					actorId: actor.userId,
					at,
					undoes: null,
					requestKey: null,
				});
				if ("refused" in result)
					throw new TypeError(`the demo article ${article.key} was refused: ${result.refused}`);
			});
		}
		const rows = replica.rows();
		const open = rows.find((row) => replica.standing(row).state === "draft") ?? rows[0];
		place ??= { projectId, documentId, passageId: open?.id ?? "" };
	}
	if (!place) throw new TypeError("the demo has no articles");
	return place;
}

/** The articles came in an hour before anybody worked on them. */
function firstMinutes(): number {
	return Math.max(...demoSteps.map((step) => step.minutesBefore)) + 60;
}

const minutesBefore = (now: number, minutes: number) => new Date(now - minutes * 60_000);

async function seatColleagues(projectId: string): Promise<Record<ColleagueKey, Actor>> {
	const seat = async ({ name, email, role }: (typeof colleagues)[ColleagueKey]): Promise<Actor> => {
		const user = await db().user.upsert({
			where: { email },
			create: { id: newId(), email, name },
			update: {},
			select: { id: true },
		});
		const key = { projectId, userId: user.id };
		await db().membership.upsert({
			where: { projectId_userId: key },
			create: { ...key, role },
			update: { role },
		});
		return { userId: user.id, name, administrator: false };
	};
	return { lin: await seat(colleagues.lin), okafor: await seat(colleagues.okafor) };
}
