import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "#lib/server/errors.ts";
import { readProject } from "#lib/server/projects.ts";
import { readSession, type Session } from "#lib/server/session.ts";

/** The signed-in reader of a page; anybody else goes to sign in, and back to `path` afterwards. */
export async function pageSession(path: string): Promise<Session> {
	const session = await readSession(await headers());
	if (session === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
	return session;
}

/** What a service answers, or the not-found page for whatever this reader may not see. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof AppError && (error.code === "not-found" || error.code === "forbidden")) notFound();
		throw error;
	}
}

/** The reader and the project of a page under /projects/:projectId, read once per request. */
export const pageProject = cache(async (projectId: string, path: string) => {
	const session = await pageSession(path);
	return { ...session, project: await orNotFound(readProject(session.actor, projectId)) };
});
