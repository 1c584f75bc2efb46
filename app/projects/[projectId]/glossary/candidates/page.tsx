import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { CandidatesScreen } from "./candidates-screen.tsx";

interface CandidatesPageProps {
	readonly params: Promise<{ projectId: string }>;
}

const pathOf = (projectId: string) => `/projects/${projectId}/glossary/candidates`;

export async function generateMetadata({ params }: CandidatesPageProps) {
	const { projectId } = await params;
	const [{ project }, t] = await Promise.all([
		pageProject(projectId, pathOf(projectId)),
		getTranslations("glossary.candidates"),
	]);
	return { title: t("of", { project: project.name }) };
}

export default async function CandidatesPage({ params }: CandidatesPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, pathOf(projectId));
	if (!project.permissions.includes("glossary.edit")) notFound();
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<CandidatesScreen project={project} />
			</main>
		</Queries>
	);
}
