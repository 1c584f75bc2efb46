import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { offeredAligners } from "#lib/server/align-texts.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import { ImportScreen } from "./import-screen.tsx";

const extensions = new Set(readers.flatMap((reader) => reader.extensions));
const accepted = [...extensions].map((extension) => `.${extension}`).join(",");

interface ImportPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata() {
	const t = await getTranslations("import");
	return { title: t("title") };
}

/** A member who may not import is told who may. */
async function notYours(person: string, project: ProjectOnScreen) {
	const t = await getTranslations("import.notYours");
	return (
		<>
			<SiteHeader name={person} wide />
			<main id="main" tabIndex={-1} className="page max-w-328">
				<EmptyState
					title={t("title")}
					action={
						<Button asChild>
							<Link href={`/projects/${project.id}`}>{t("back")}</Link>
						</Button>
					}
				>
					{t("text", { project: project.name })}
				</EmptyState>
			</main>
		</>
	);
}

export default async function ImportPage({ params }: ImportPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/import`);
	if (!may(project, "document.import")) return await notYours(actor.name, project);
	return (
		<Queries>
			<SiteHeader name={actor.name} wide />
			<main id="main" tabIndex={-1} className="page max-w-328">
				<ImportScreen project={project} aligners={offeredAligners()} accepted={accepted} />
			</main>
		</Queries>
	);
}
