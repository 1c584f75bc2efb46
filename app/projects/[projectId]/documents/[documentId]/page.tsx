import { notFound } from "next/navigation";
import { cache } from "react";
import { chosenKeys } from "#app/_workbench/keys/chosen-keys.ts";
import { Workbench } from "#app/_workbench/workbench.tsx";
import { orNotFound, pageSession } from "#app/page-session.ts";
import { offeredAligners } from "#lib/server/align-texts.ts";
import { documentHead, readWindow } from "#lib/server/passages.ts";
import { readPreferences } from "#lib/server/preferences.ts";

interface WorkbenchPageProps {
	readonly params: Promise<{ projectId: string; documentId: string }>;
	readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Rows in the first answer: more than a tall screen shows. */
const firstRows = 60;

const readHead = cache(async (projectId: string, documentId: string) => {
	const session = await pageSession(`/projects/${projectId}/documents/${documentId}`);
	const head = await orNotFound(documentHead(session.actor, documentId));
	if (head.projectId !== projectId) notFound();
	return { actor: session.actor, head };
});

export async function generateMetadata({ params }: WorkbenchPageProps) {
	const { projectId, documentId } = await params;
	return { title: (await readHead(projectId, documentId)).head.description.title };
}

export default async function WorkbenchPage({ params, searchParams }: WorkbenchPageProps) {
	const { projectId, documentId } = await params;
	const [{ actor, head }, { passage }] = await Promise.all([readHead(projectId, documentId), searchParams]);
	const around = typeof passage === "string" && /^[0-9A-Za-z]{1,24}$/.test(passage) ? passage : undefined;
	const [window, preferences] = await Promise.all([
		readWindow(actor, documentId, { around, limit: firstRows }),
		readPreferences(actor),
	]);
	return (
		<Workbench
			head={head}
			window={window}
			passage={around ?? null}
			person={{ id: actor.userId, name: actor.name }}
			preferences={preferences}
			keys={chosenKeys(preferences.keys)}
			aligners={offeredAligners()}
		/>
	);
}
