import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { ProjectMeasures } from "./project-measures.tsx";

interface MeasuresPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: MeasuresPageProps) {
	const { projectId } = await params;
	const [{ project }, t] = await Promise.all([
		pageProject(projectId, `/projects/${projectId}/measures`),
		getTranslations("measures"),
	]);
	return { title: t("pageTitle", { title: project.name }) };
}

export default async function MeasuresPage({ params }: MeasuresPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/measures`);
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<ProjectMeasures project={project} />
			</main>
		</Queries>
	);
}
