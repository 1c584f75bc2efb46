import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { GlossaryScreen } from "./glossary-screen.tsx";

interface GlossaryPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: GlossaryPageProps) {
	const { projectId } = await params;
	const [{ project }, t] = await Promise.all([
		pageProject(projectId, `/projects/${projectId}/glossary`),
		getTranslations("glossary"),
	]);
	return { title: t("of", { project: project.name }) };
}

export default async function GlossaryPage({ params }: GlossaryPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/glossary`);
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<GlossaryScreen project={project} />
			</main>
		</Queries>
	);
}
